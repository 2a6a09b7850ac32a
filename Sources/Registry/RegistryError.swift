package import DocumentModel

/// A row of a data table that can't be used: which file, line and field, and what to do.
package struct RegistryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with the row.
  package enum Problem: String, Sendable, CaseIterable {
    /// The file isn't one of the registry's tables.
    case unknownTable = "unknown-table"
    /// A table's file was not given.
    case missingTable = "missing-table"
    /// The line isn't one JSON object.
    case notJSON = "not-json"
    case missingField = "missing-field"
    case unknownField = "unknown-field"
    /// The field's value is of another type or none of the allowed words.
    case wrongValue = "wrong-value"
    /// The field holds nothing where words are needed.
    case emptyValue = "empty-value"
    /// Not fifteen characters as e-Gov writes a LawId.
    case badLawID = "bad-law-id"
    /// Not a day of the calendar written `2024-05-17`, or a last day before the first.
    case badDate = "bad-date"
    /// The key stands on two lines.
    case duplicateKey = "duplicate-key"
    /// A name stands for two entries without being declared ambiguous.
    case duplicateName = "duplicate-name"
    /// The rows aren't in the order of their keys.
    case unsorted
    /// A name or id that no row of the table it points to has.
    case danglingReference = "dangling-reference"
  }

  package var problem: Problem
  /// The file's name, such as `laws.jsonl`.
  package var file: String
  /// The 1-based line; nil where the file as a whole is meant.
  package var line: Int?
  /// The field's key in the row, `aliases[0].evidence`.
  package var field: String?
  /// The value or name that is wrong.
  package var value: String?

  package init(
    _ problem: Problem, file: String, line: Int? = nil, field: String? = nil, value: String? = nil
  ) {
    self.problem = problem
    self.file = file
    self.line = line
    self.field = field
    self.value = value
  }

  /// What failed, where and what to do, in English.
  package var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let field { place += ": \(field)" }
    let shown = value.map { " “\($0)”" } ?? ""
    return "\(place): \(Self.words(problem, shown))"
  }

  /// The same as a diagnostic, `registry.duplicate-key` with the particulars as arguments, so that
  /// the catalogue can say it in either language.
  package var diagnostic: Diagnostic {
    var arguments = ["file": file]
    arguments["line"] = line.map(String.init)
    arguments["field"] = field
    arguments["value"] = value
    return Diagnostic("registry.\(problem.rawValue)", .error, arguments: arguments)
  }

  private static func words(_ problem: Problem, _ value: String) -> String {
    switch problem {
    case .unknownTable: "is none of the registry's tables; remove it or correct its name"
    case .missingTable: "is missing; restore it beside the other tables"
    case .notJSON: "is not one JSON object on a line; mend the line\(value)"
    case .missingField: "is missing; add the field"
    case .unknownField: "is no field of this table; remove it or correct its name"
    case .wrongValue: "has a value\(value) of the wrong kind; see the schema beside the table"
    case .emptyValue: "is empty; write what supports the row or remove the row"
    case .badLawID: "holds\(value), which is no LawId; look the id up on e-Gov, never compute it"
    case .badDate: "holds\(value), which is no day or ends before it begins; write YYYY-MM-DD"
    case .duplicateKey: "repeats the key\(value) of an earlier line; merge the two rows"
    case .duplicateName:
      "gives\(value) to two entries; remove it from one or mark it ambiguous in both"
    case .unsorted: "puts\(value) out of order; sort the rows by their key"
    case .danglingReference: "names\(value), which no table has; add that row or correct the name"
    }
  }
}
