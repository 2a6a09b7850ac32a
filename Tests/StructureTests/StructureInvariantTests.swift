import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Structure

/// What holds for the structure of every text, checked on whole documents.
@Suite struct StructureInvariantTests {
  static var documents: [URL] {
    guard let shared = Places.shared else { return [] }
    return Places.seeds + [shared.appending(path: "documents/010_ppc-offshore.txt")]
  }

  private func structure(of url: URL) throws -> (SourceDocument, StructuredDocument) {
    let bytes = try [UInt8](Data(contentsOf: url))
    let source = SourceDocument(
      id: DocumentID("x"), source: url.lastPathComponent, sha256: "", mediaType: "text/plain",
      utf8: bytes)
    let text = CitableText(utf8: bytes, map: .identity(count: bytes.count), repairs: [])
    return (source, Segmenter().segment(text, of: source).value)
  }

  @Test(arguments: documents) func blocksMakeUpTheCitableText(url: URL) throws {
    let (_, document) = try structure(of: url)
    var expected = ""
    var end = 0
    for block in document.blocks {
      #expect(block.span.lowerBound.utf8 == end, "blocks ascend without gaps")
      expected += document.citable.string(block.span) + "\n"
      end = block.span.upperBound.utf8 + 1
    }
    #expect(Array(expected.utf8) == document.citable.utf8)
  }

  @Test(arguments: documents) func everyLineWithWordsIsInABlock(url: URL) throws {
    let (source, document) = try structure(of: url)
    var covered: Set<Int> = []
    for block in document.blocks { covered.formUnion(block.location.line...block.location.lineEnd) }
    let lines = String(decoding: source.utf8, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !covered.contains(index + 1) {
      let words = line.unicodeScalars.filter {
        !" \u{3000}\u{A0}\t-|#*:".unicodeScalars.contains($0)
      }
      #expect(words.isEmpty, "line \(index + 1)")
    }
  }

  /// Only characters that were added (separators) or repaired may differ from the source's bytes.
  @Test(arguments: documents) func spansLeadBackToTheirCharacters(url: URL) throws {
    let (source, document) = try structure(of: url)
    for run in document.citable.map.runs where run.isIdentity {
      #expect(document.citable.utf8[run.from].elementsEqual(source.utf8[run.to]))
    }
    let added = document.citable.map.runs.filter { $0.to.isEmpty }
    #expect(
      added.allSatisfy {
        ["\n", " ", " | "].contains(
          String(decoding: document.citable.utf8[$0.from], as: UTF8.self))
      })
  }

  @Test(arguments: documents) func passagesTileTheirBlocks(url: URL) throws {
    let (_, document) = try structure(of: url)
    let byBlock = Dictionary(grouping: document.passages, by: \.block)
    for block in document.blocks {
      let passages = byBlock[block.id] ?? []
      if block.kind == .furniture {
        #expect(passages.isEmpty)
        continue
      }
      #expect(passages.first?.span.lowerBound == block.span.lowerBound)
      #expect(passages.last?.span.upperBound == block.span.upperBound)
      for (a, b) in zip(passages, passages.dropFirst()) {
        #expect(a.span.upperBound == b.span.lowerBound)
      }
      for passage in passages {
        #expect(passage.text == document.citable.string(passage.span))
        #expect(passage.section == block.section)
      }
    }
  }

  @Test(arguments: documents) func sectionsNest(url: URL) throws {
    let (_, document) = try structure(of: url)
    let root = try #require(document.sections.first)
    #expect(root.level == 1 && root.parent == nil)
    var known: [SectionID: Section] = [:]
    for section in document.sections {
      if let parent = section.parent {
        let parent = try #require(known[parent], "parents come before children")
        #expect(parent.level < section.level)
        #expect(parent.span.lowerBound <= section.span.lowerBound)
        #expect(section.span.upperBound <= parent.span.upperBound)
        #expect((parent.isSynthetic ? [] : parent.path) + [section.title] == section.path)
      } else {
        #expect(section.id == root.id)
      }
      known[section.id] = section
    }
    for block in document.blocks {
      let section = try #require(known[block.section])
      #expect(section.span.lowerBound <= block.span.lowerBound)
      #expect(block.span.upperBound <= section.span.upperBound)
    }
  }

  @Test(arguments: documents) func identifiersAreUniqueAndStay(url: URL) throws {
    let (_, first) = try structure(of: url)
    let (_, second) = try structure(of: url)
    #expect(Set(first.passages.map(\.id)).count == first.passages.count)
    #expect(Set(first.blocks.map(\.id)).count == first.blocks.count)
    #expect(Set(first.sections.map(\.id)).count == first.sections.count)
    #expect(first.passages == second.passages)
  }
}
