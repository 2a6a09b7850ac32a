import DocumentModel

extension ParsedTables {
  /// Checks every row by itself and against the rows it points to.
  func check() throws(RegistryError) {
    try checkLaws()
    try checkForeignLaws()
    try checkMinistries()
    try checkOrganizations()
    try checkDocuments()
    try checkEras()
    try checkMeasures()
    try checkConcepts()
    try checkSpellings()
    try checkVariants()
  }

  private var lawIDs: Set<String> { Set((laws + acts).map(\.row.lawID.rawValue)) }
  private var ministryNames: Set<String> { Set(ministries.map(\.row.name)) }
  private var bodyNames: Set<String> {
    ministryNames.union(organizations.map(\.row.name)).union(["内閣"])
  }

  private func checkLaws() throws(RegistryError) {
    let (ids, bodies) = (lawIDs, ministryNames)
    for (table, rows) in [(RegistryTable.laws, laws), (.acts, acts)] {
      let checks = RowChecks(table)
      for entry in rows {
        let (line, row) = (entry.line, entry.row)
        try checks.lawID(row.lawID, "law_id", line: line)
        try checks.filled(row.lawNumber, "law_number", line: line)
        try checks.filled(row.title, "title", line: line)
        try checks.filled(row.source, "source", line: line)
        try checks.aliases(row.aliases, besides: row.title, line: line)
        try checks.reference(row.parent?.rawValue, in: ids, "parent", line: line)
        try checks.references(row.ministries, in: bodies, "ministries", line: line)
      }
    }
    let known = Set(laws.map(\.row.lawID))
    let checks = RowChecks(.acts)
    if let twice = acts.first(where: { known.contains($0.row.lawID) }) {
      throw RegistryError(
        .duplicateKey, file: checks.file, line: twice.line, field: "law_id",
        value: twice.row.lawID.rawValue)
    }
    try RowChecks(.laws).distinctNames(laws.map { ($0.line, $0.row.title, $0.row.aliases) })
    // A short name of the field isn't given to an Act beyond it, even one that may bear it.
    let taken = laws.reduce(into: Set<String>()) { names, law in
      names.formUnion([law.row.title] + law.row.aliases.map(\.name))
    }
    try checks.distinctNames(acts.map { ($0.line, $0.row.title, $0.row.aliases) }, besides: taken)
  }

  private func checkForeignLaws() throws(RegistryError) {
    let checks = RowChecks(.foreignLaws)
    for entry in foreignLaws {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.name, "name", line: line)
      try checks.filled(row.jurisdiction, "jurisdiction", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.aliases(row.aliases, besides: row.name, line: line)
    }
    try checks.distinctNames(foreignLaws.map { ($0.line, $0.row.name, $0.row.aliases) })
  }

  private func checkMinistries() throws(RegistryError) {
    let checks = RowChecks(.ministries)
    let names = ministryNames
    for entry in ministries {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.name, "name", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.aliases(row.aliases, besides: row.name, line: line)
      for (i, head) in row.heads.enumerated() {
        try checks.filled(head, "heads[\(i)]", line: line)
      }
      try checks.reference(row.parent, in: names, "parent", line: line)
      try checks.reference(row.successor, in: names, "successor", line: line)
      try checks.period(from: row.from, "from", until: row.until, "until", line: line)
    }
    try checks.distinctNames(ministries.map { ($0.line, $0.row.name, $0.row.aliases) })
  }

  private func checkOrganizations() throws(RegistryError) {
    let checks = RowChecks(.organizations)
    let names = bodyNames
    for entry in organizations {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.name, "name", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.aliases(row.aliases, besides: row.name, line: line)
      try checks.reference(row.parent, in: names, "parent", line: line)
      try checks.reference(row.successor, in: names, "successor", line: line)
      try checks.period(from: row.from, "from", until: row.until, "until", line: line)
    }
    try checks.distinctNames(organizations.map { ($0.line, $0.row.name, $0.row.aliases) })
  }

  private func checkDocuments() throws(RegistryError) {
    let checks = RowChecks(.documents)
    let names = bodyNames
    for entry in documents {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.title, "title", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.filled(row.jurisdiction, "jurisdiction", line: line)
      try checks.aliases(row.aliases, besides: row.title, line: line)
      try checks.template(row.title, row.aliases, line: line)
      try checks.day(row.date, "date", line: line)
      // A foreign document's issuer is a foreign body, which no table lists.
      if row.jurisdiction == nil {
        try checks.reference(row.issuer, in: names, "issuer", line: line)
      }
    }
    try checks.distinctNames(documents.map { ($0.line, $0.row.title, $0.row.aliases) })
  }

  private func checkEras() throws(RegistryError) {
    let checks = RowChecks(.eras)
    for entry in eras {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.name, "name", line: line)
      try checks.filled(row.initial, "initial", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.period(
        from: row.firstDay, "first_day", until: row.lastDay, "last_day", line: line)
    }
  }

  private func checkMeasures() throws(RegistryError) {
    let checks = RowChecks(.measures)
    let names = Set(measures.map(\.row.name))
    let (ids, bodies) = (lawIDs, bodyNames)
    for entry in measures {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.name, "name", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.aliases(row.aliases, besides: row.name, line: line)
      try checks.references(row.parents, in: names, "parents", line: line)
      try checks.references(row.ministries, in: bodies, "ministries", line: line)
      for (i, provision) in row.laws.enumerated() {
        try checks.provision(provision, laws: ids, "laws[\(i)]", line: line)
      }
    }
    try checks.distinctNames(measures.map { ($0.line, $0.row.name, $0.row.aliases) })
  }

  private func checkConcepts() throws(RegistryError) {
    let checks = RowChecks(.concepts)
    let (ids, bodies) = (lawIDs, ministryNames)
    for entry in concepts {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.term, "term", line: line)
      try checks.filled(row.evidence, "evidence", line: line)
      try checks.filled(row.source, "source", line: line)
      try checks.provision(row.provision, laws: ids, "provision", line: line)
      for (i, provision) in (row.alternatives ?? []).enumerated() {
        try checks.provision(provision, laws: ids, "alternatives[\(i)]", line: line)
      }
      try checks.references(row.ministries ?? [], in: bodies, "ministries", line: line)
    }
  }

  private func checkSpellings() throws(RegistryError) {
    let checks = RowChecks(.spellings)
    var owner: [String: Int] = [:]
    for entry in spellings {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.evidence, "evidence", line: line)
      try checks.filled(row.source, "source", line: line)
      guard row.forms.count > 1 else {
        throw RegistryError(.emptyValue, file: checks.file, line: line, field: "forms")
      }
      for (i, form) in row.forms.enumerated() {
        try checks.filled(form, "forms[\(i)]", line: line)
        if owner.updateValue(line, forKey: form) != nil {
          throw RegistryError(
            .duplicateName, file: checks.file, line: line, field: "forms[\(i)]", value: form)
        }
      }
    }
  }

  private func checkVariants() throws(RegistryError) {
    let checks = RowChecks(.variants)
    for entry in variants {
      let (line, row) = (entry.line, entry.row)
      try checks.filled(row.source, "source", line: line)
      for (field, value) in [("from", row.from), ("to", row.to)]
      where value.unicodeScalars.count != 1 {
        throw RegistryError(
          .wrongValue, file: checks.file, line: line, field: field, value: value)
      }
      if row.from == row.to {
        throw RegistryError(
          .wrongValue, file: checks.file, line: line, field: "to", value: row.to)
      }
    }
  }
}
