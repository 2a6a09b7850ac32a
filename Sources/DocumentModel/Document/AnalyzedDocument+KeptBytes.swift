extension AnalyzedDocument {
  /// The same document, its places counted in the bytes that are kept.
  ///
  /// The stages count in the text. Where the file is in another encoding of its own (Shift_JIS,
  /// EUC-JP), positions are those of the file, so every place is carried over once, at the end.
  package func countedInKeptBytes() -> Self {
    guard source.ownBytes != nil else { return self }
    var carried = self
    let keep = { (location: Location) in
      var location = location
      location.spans = location.spans.map(source.keptSpan)
      return location
    }
    for i in structure.sections.indices {
      carried.structure.sections[i].location = keep(structure.sections[i].location)
    }
    for i in structure.blocks.indices {
      carried.structure.blocks[i].location = keep(structure.blocks[i].location)
    }
    for i in structure.passages.indices {
      carried.structure.passages[i].location = keep(structure.passages[i].location)
    }
    for i in links.indices { carried.links[i].location = keep(links[i].location) }
    let citable = structure.citable
    carried.structure.citable = CitableText(
      utf8: citable.utf8, map: citable.map,
      repairs: citable.repairs.map { repair in
        var repair = repair
        repair.source = source.keptSpan(repair.source)
        return repair
      })
    return carried
  }
}
