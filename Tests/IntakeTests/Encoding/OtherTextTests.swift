import Intake
import Testing

/// Texts that must come out as they went in, and bytes that no Vietnamese encoding explains.
struct OtherTextTests {
    /// Good UTF-8 that is no Vietnamese, or Vietnamese with few marks.
    static let unicode = [
        "nom,ville\nSociété générale,Besançon\nÉlodie Lefèvre,Orléans\ndéjà,là\nété,où\n",
        "naam\nCafé\nhôtel\ncôté\nà la carte\n", "Größe;Übung;für;Straße;Käse;Öl;müssen\n",
        "jméno,město\nPříliš žluťoučký kůň,úpěl ďábelské ódy\n", "é", "für,über,grün", "på,så,är,år",
        "nombre,año\nseñor niño,2024\nqué,sí,tú,él,más,está\n¿Cómo?,¡Olé!\n",
        "não,são,coração,avó,avô,irmã,pão,lá,é\nações,à,às,pôr,têm,vêm\n",
        "på svenska: få, går, är, när, för, åtta, än, då, så, må\n", "Ålesund,Tromsø,Bodø,Ås,Ærø\n",
        "Þór,ÍÓ,Ísland,þú,ég,það,sæll,ör,hún\n", "città,perché,più,però,così,là,né,è,lunedì\n",
        "§ 12,€ 5,½,20 °C,m²,5 µm,©,®,·,«da»,…\n", "Điều 5; § 3; ½; ±5 %\n", "Hà Nam,Cà Mau,Hà Tiên\n",
        "XÃ LA,HÒA AN,TÂN AN,XÃ ÂN,Ô LÂM\n", "hoà,hoá,toà,khoá,quý,thuý,giá,là\n", "m²,20 °C,5½\n",
        "Привет,мир\n", "日本語,中文\n", "ελληνικά,άλφα\n", "😀,👍\n", "עברית,العربية\n", "Ω,μm,5 µg\n",
        "l’été,d’où,«à»\n", "Łódź,Kraków,Gdańsk,żółć\n", "Győr,Pécs,őz,űr\n", "İstanbul,şehir,ğ\n",
        "tên,xã\nÔ,Ê\n", "São Tomé,Côte d’Ivoire,Réunion,Curaçao,Åland\n",
    ]

    @Test(arguments: unicode)
    func goodUnicodeStays(_ text: String) {
        #expect(Decoded(Array(text.utf8)) == Decoded(text: text, encoding: .utf8))
    }

    @Test(arguments: unicode)
    func manyLinesOfGoodUnicodeStay(_ text: String) {
        let long = String(repeating: text + "\n", count: 40)
        #expect(Decoded(Array(long.utf8)) == Decoded(text: long, encoding: .utf8))
    }

    @Test(arguments: [
        ("name\nJosé,Müller\nFrançois,Björn\nSøren,García\nÉlodie,Håkon\n", "CP1252"),
        ("1,Société générale façade naïve\n2,Müller Größe Übung\n3,señor niño\n", "CP1252"),
        ("été,où,là,déjà\ncôté,Orléans,à,né\n", "CP1252"), ("não,são,avó,pão,lá\n", "CP1252"),
        ("Νικόλαος,Αλέξανδρος,Κύρων\n", "ISO-8859-7"), ("Привет,мир,город\n", "CP1251"),
        ("Привет,мир,город\n", "KOI8-R"), ("日本語,東京,名前,年齢\n", "SHIFT_JIS"),
        ("中文,北京,名字\n", "GB18030"), ("Příliš žluťoučký kůň,město\n", "CP1250"),
        ("på,så,är,år,ö\n", "CP1252"), ("qué,sí,tú,él,más\n", "CP1252"), ("é\n", "CP1252"),
    ])
    func bytesThatNoVietnameseEncodingExplainsAreRefused(_ text: String, _ encoding: String) {
        let bytes = OldEncoding.convert(Array(text.utf8), from: "UTF-8", to: encoding)
        #expect(Decoded(bytes).fault == .unknown)
    }

    @Test func plainASCIIHasNoEncodingYet() {
        #expect(Decoded(Array("a,b\r\n1,2\r\n".utf8)) == Decoded(text: "a,b\r\n1,2\r\n"))
        #expect(Decoded([]) == Decoded())
        #expect(Decoded([0xEF, 0xBB, 0xBF]) == Decoded(encoding: .utf8, markLength: 3))
    }
}
