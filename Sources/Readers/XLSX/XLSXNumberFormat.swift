/// Prints the number of a cell as its format asks: `#,##0`, `0.0%`, `[$-411]ggge"年"m"月"d"日"`.
///
/// See ECMA-376 18.8.31. Fractions (`# ?/?`) are printed as plain numbers; colours and widths, which
/// no text has, are passed over.
struct XLSXNumberFormat: Sendable {
  private let sections: [XLSXFormatSection]

  /// Reads a format's code; one that is empty or too long is the general one.
  init(_ code: String) {
    let scalars = Array(code.unicodeScalars.prefix(1024))
    sections = XLSXFormatSection.sections(of: scalars)
  }

  /// Whether it prints days or times.
  var isDate: Bool { sections.first?.isDate ?? false }

  /// Returns the number as printed; `is1904` names the date system of the workbook.
  func text(of value: Double, is1904: Bool) -> String {
    guard value.isFinite else { return "" }
    let number = XLSXDecimal(value)
    let (section, isSigned) = section(for: value)
    guard let section else { return number.description }
    if section.isDate {
      return section.dateText(of: value, is1904: is1904) ?? number.description
    }
    return section.numberText(of: number, isSigned: isSigned)
  }

  /// The section for a number, and whether its sign is still to be printed.
  private func section(for value: Double) -> (XLSXFormatSection?, isSigned: Bool) {
    if sections.contains(where: { $0.condition != nil }) {
      let found =
        sections.prefix(3).first { $0.condition?.holds(for: value) ?? true } ?? sections.last
      return (found, true)
    }
    switch sections.count {
    case 0: return (nil, true)
    case 1: return (sections[0], true)
    case 2: return value < 0 ? (sections[1], false) : (sections[0], true)
    default:
      return value < 0 ? (sections[1], false) : (sections[value == 0 ? 2 : 0], true)
    }
  }

  /// Returns the code of a format that has a number instead (ECMA-376 18.8.30), as Japanese programs
  /// print it; nil for the general one.
  static func builtIn(_ id: Int) -> String? { codes[id] }

  private static let codes: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "\"¥\"#,##0;\"¥\"-#,##0",
    6: "\"¥\"#,##0;\"¥\"-#,##0", 7: "\"¥\"#,##0.00;\"¥\"-#,##0.00",
    8: "\"¥\"#,##0.00;\"¥\"-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "[$-411]ge.m.d", 28: "[$-411]ggge\"年\"m\"月\"d\"日\"",
    29: "[$-411]ggge\"年\"m\"月\"d\"日\"", 30: "m/d/yy", 31: "yyyy\"年\"m\"月\"d\"日\"",
    32: "h\"時\"mm\"分\"", 33: "h\"時\"mm\"分\"ss\"秒\"", 34: "yyyy\"年\"m\"月\"", 35: "m\"月\"d\"日\"",
    36: "[$-411]ge.m.d", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;\"-\"", 42: "\"¥\"#,##0;\"¥\"-#,##0;\"¥\"\"-\"",
    43: "#,##0.00;-#,##0.00;\"-\"", 44: "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥\"\"-\"", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 50: "[$-411]ge.m.d",
    51: "[$-411]ggge\"年\"m\"月\"d\"日\"", 52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"",
    54: "[$-411]ggge\"年\"m\"月\"d\"日\"", 55: "yyyy\"年\"m\"月\"", 56: "m\"月\"d\"日\"",
    57: "[$-411]ge.m.d", 58: "[$-411]ggge\"年\"m\"月\"d\"日\"",
  ]
}
