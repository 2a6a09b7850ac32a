import Testing

@testable import Readers

/// Numbers and days come out as Excel prints them.
@Suite struct XLSXNumberFormatTests {
  @Test(arguments: [
    ("0", 0.5, "1"), ("0", -0.4, "0"), ("0.00", 1234.5, "1234.50"),
    ("#,##0", 1_234_567, "1,234,567"),
    ("#,##0", 0, "0"), ("#,##0", -1234, "-1,234"), ("#,##0;(#,##0)", -1234, "(1,234)"),
    ("#,##0;△#,##0", -12, "△12"), ("0.0%", 0.1234, "12.3%"), ("0%", 1, "100%"),
    ("#,##0,", 1_234_567, "1,235"), ("0.0,,\"百万\"", 12_345_678, "12.3百万"),
    ("#,##0\"億円\"", 1500, "1,500億円"), ("\"¥\"#,##0", 980, "¥980"), ("[$¥-411]#,##0", 980, "¥980"),
    ("[Red]0.0", 1.25, "1.3"), ("0_);(0)", 5, "5"), ("000-0000", 1_234_567, "123-4567"),
    ("#.##", 0.5, ".5"), ("0.###", 2.5, "2.5"), ("0;-0;\"－\"", 0, "－"), ("General", 1.5, "1.5"),
    ("\"約\"General", 3, "約3"), ("[DBNum3]0", 42, "４２"), ("[DBNum1]0", 120, "一二〇"),
    ("[DBNum1]General", 123, "百二十三"), ("# ?/?", 0.5, "0.5"), ("0.00E+00", 12345, "12345"),
    ("@", 7, "7"),
    ("[>=1000]#,##0;0.0", 5, "5.0"), ("[>=1000]#,##0;0.0", 5000, "5,000"), ("", 2, "2"),
    ("0.00", 1.005, "1.01"), ("0.0", 0.30000000000000004, "0.3"), ("\"非公表\"", 4, "非公表"),
  ])
  func numbers(code: String, value: Double, printed: String) {
    #expect(XLSXNumberFormat(code).text(of: value, is1904: false) == printed)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1e21, "1E+21"), (1.5e-12, "1.5E-12"), (12_345_678_901, "12345678901"),
    (0, "0"), (-2.50, "-2.5"), (1e15, "1000000000000000"), (100, "100"), (0.00001, "0.00001"),
  ])
  func plainNumbers(value: Double, printed: String) {
    #expect(XLSXDecimal(value).description == printed)
  }

  @Test(arguments: [
    ("yyyy/m/d", 45_292.0, "2024/1/1"), ("yyyy-mm-dd", 61, "1900-03-01"),
    ("yyyy/m/d", 60, "1900/2/29"),
    ("yyyy/m/d", 59, "1900/2/28"), ("yyyy/m/d", 1, "1900/1/1"), ("yy.m.d", 45_657, "24.12.31"),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", 43_585, "平成31年4月30日"),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", 43_586, "令和1年5月1日"), ("[$-411]ge.m.d", 45_292, "R6.1.1"),
    ("[DBNum1][$-411]ggge\"年\"m\"月\"d\"日\"", 45_588, "令和六年十月二十三日"),
    ("[DBNum1]yyyy\"年\"m\"月\"", 45_588, "二〇二四年十月"), ("[DBNum3]m/d", 45_588, "１０/２３"),
    ("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", 43_586, "令和元年5月1日"),
    ("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", 45_292, "令和6年1月1日"),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", 9862, "昭和1年12月31日"),
    ("m\"月\"d\"日\"(aaa)", 45_292, "1月1日(月)"), ("dddd, mmmm d", 45_292, "Monday, January 1"),
    ("h:mm", 0.5, "12:00"), ("h:mm AM/PM", 0.75, "6:00 PM"), ("[h]:mm", 1.5, "36:00"),
    ("mm:ss", 0.000694444444444444, "01:00"), ("yyyy/m/d h:mm", 45_292.9999999, "2024/1/2 0:00"),
    ("ss.00", 0.0000145, "01.25"), ("yyyy\"年度\"", 45_292, "2024年度"), ("yyyy/m/d", -1, "-1"),
    ("yyyy/m/d", 2_958_465, "9999/12/31"), ("yyyy/m/d", 2_958_466, "2958466"),
    ("[$-F800]dddd, mmmm dd, yyyy", 45_292, "2024年1月1日"), ("aaaa", 45_292, "月曜日"),
  ])
  func days(code: String, value: Double, printed: String) {
    #expect(XLSXNumberFormat(code).text(of: value, is1904: false) == printed)
  }

  @Test func theSystemOf1904CountsFromItsOwnFirstDay() {
    let format = XLSXNumberFormat("yyyy/m/d")
    #expect(format.text(of: 0, is1904: true) == "1904/1/1")
    #expect(format.text(of: 43_830, is1904: true) == "2024/1/1")
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var last = try #require(XLSXDay(serial: 61, is1904: false))
    for serial in 62...60_000 {
      let day = try #require(XLSXDay(serial: Double(serial), is1904: false))
      let isNext =
        day.day == last.day + 1 && day.month == last.month
        || day.day == 1 && last.day >= 28 && day.month == last.month % 12 + 1
      #expect(isNext && day.weekday == (last.weekday + 1) % 7, "\(serial)")
      last = day
    }
  }

  /// Files of the strict kind hold days as words.
  @Test(arguments: [
    ("2024-10-03", false, 45_568.0), ("2024-10-03T18:00:00", false, 45_568.75),
    ("2024-10-03T18:00:00.000Z", false, 45_568.75), ("1900-02-28", false, 59),
    ("1900-03-01", false, 61), ("1904-01-02", true, 1), ("2024-02-29", true, 43_889),
  ])
  func daysInISO8601(words: String, is1904: Bool, serial: Double) {
    #expect(XLSXDay.serial(iso8601: words, is1904: is1904) == serial)
  }

  @Test(arguments: ["", "2024", "2024-13-01", "2024-10-03T99:00:00", "港", "1-2-3"])
  func notADay(words: String) {
    #expect(XLSXDay.serial(iso8601: words, is1904: false) == nil)
  }
}
