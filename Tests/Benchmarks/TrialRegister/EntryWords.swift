/// The words that the made-up register is put together from.
///
/// No two of a list are the same once folded, so that an engine that only lowers letters finds the
/// same duplicates and the same authors as the program.
enum EntryWords {
    static let deeds = [
        "Người thắp lửa", "Bông hoa đẹp", "Tấm lòng vàng", "Chuyện về cô giáo vùng ven",
        "Nữ hộ sinh tận tụy", "Người thương binh giàu nghị lực", "Bí thư chi bộ gương mẫu",
        "Chị tổ trưởng dân phố", "Người giữ bình yên", "Thầy giáo của học sinh nghèo",
        "Bác sĩ của bản làng", "Người công nhân vệ sinh", "Chiến sĩ cảnh sát khu vực",
        "Ông Bụt giữa đời thường", "Người gieo chữ", "Cựu chiến binh làm kinh tế giỏi",
    ]
    static let places = [
        "ở phường Hạ Đình", "ở phường Kim Giang", "ở phường Khương Đình", "ở Nhân Chính",
        "trong mùa dịch", "trên tuyến đầu", "giữa lòng Thủ đô", "bên dòng Tô Lịch",
        "của khu tập thể cũ", "trong ngành giáo dục", "trên mặt trận thầm lặng",
    ]
    static let surnames = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
        "Ngô", "Dương", "Lý", "Đinh", "Đoàn", "Trịnh", "Mai", "Lương",
    ]
    static let middles = [
        "Thị", "Văn", "Đức", "Minh", "Ngọc", "Thanh", "Hữu", "Quang", "Xuân", "Thu", "Hồng",
        "Kim", "Anh", "Bích", "Công", "Duy", "Gia", "Hải", "Khánh", "Mạnh", "Nhật", "Phương",
        "Quốc", "Tuấn", "Việt",
    ]
    static let given = [
        "An", "Bình", "Châu", "Chi", "Cường", "Diễm", "Dũng", "Giang", "Hà", "Hạnh", "Hiền",
        "Hiếu", "Hoa", "Hùng", "Huyền", "Hương", "Kiên", "Lan", "Liên", "Linh", "Loan", "Long",
        "Ly", "Nam", "Nga", "Nghĩa", "Nhung", "Oanh", "Phong", "Phúc", "Quyên", "Sơn", "Tâm",
        "Thảo", "Thắng", "Thơm", "Trang", "Trung", "Tú", "Vân", "Vinh", "Yến",
    ]
    static let fields = [
        "Giáo dục", "Y tế", "An ninh trật tự", "Môi trường", "Kinh tế", "Văn hóa", "Từ thiện",
    ]
}
