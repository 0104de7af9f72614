import Model

/// What officials read about files that a dry run cannot read and the drop folder would pass over.
enum CheckFindings {
    static func folder(_ path: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Đây là thư mục, không phải tệp.",
            fix: "Hãy nêu từng tệp trong thư mục, ví dụ \(path)/*.csv."
        )
    }

    static func unreadable(_ path: String, reason: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Không mở được tệp: \(reason).",
            fix: "Hãy kiểm tra quyền đọc tệp rồi kiểm tra lại."
        )
    }

    static func ending(_ path: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Tên tệp không kết thúc bằng .csv, .txt hoặc .tsv nên khi nộp sẽ bị bỏ qua.",
            fix: "Hãy lưu tệp dạng “CSV UTF-8” và giữ đuôi .csv."
        )
    }
}
