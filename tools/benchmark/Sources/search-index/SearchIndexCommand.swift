import DocumentModel
import Foundation
import PassageIndex
import QueryGrammar
import TextNormalization

/// Makes an index of a corpus file and answers queries on it, in the protocol of `search/peers.py`.
@main
struct SearchIndexCommand {
  private struct Build: Decodable {
    var build: String
    var index: String
  }

  private struct Open: Decodable {
    var index: String
  }

  private struct Question: Decodable {
    var query: [String]
    var limit: Int
    /// False for the ranking alone.
    var shows: Bool?
    /// False for the expansion of words and the reading of questions.
    var isExact: Bool?
  }

  private struct Built: Encodable {
    var seconds: Double
  }

  private struct Answer: Encodable {
    /// Milliseconds to the ranked passages.
    var ms: Double
    /// The same in processor time, which tells more on a busy machine.
    var cpu: Double
    /// Milliseconds to what is shown: texts, relations, snippets.
    var shown: Double
    var total: Int
    /// The numbers of the passages, from 1.
    var ids: [Int]
    /// Their scores, of those that are shown.
    var scores: [Double]
  }

  static func main() throws {
    let decoder = JSONDecoder()
    guard let first = readLine() else { return }
    if let request = try? decoder.decode(Build.self, from: Data(first.utf8)) {
      let corpus = try FileHandle(forReadingFrom: URL(filePath: request.build))
      let started = ContinuousClock.now
      try CorpusIndexer(path: request.index).index(corpus)
      try reply(Built(seconds: (ContinuousClock.now - started) / .seconds(1)))
      // The asker looks at the memory before it lets this process end.
      _ = readLine()
      return
    }
    let reader = try IndexReader(
      path: decoder.decode(Open.self, from: Data(first.utf8)).index)
    let parser = QueryParser(folding: reader.folding)
    try reply([String: String]())
    while let line = readLine() {
      let question = try decoder.decode(Question.self, from: Data(line.utf8))
      try reply(answer(question, reader, parser))
    }
  }

  private static func answer(
    _ question: Question, _ reader: IndexReader, _ parser: QueryParser
  ) throws -> Answer {
    let text = question.query.joined(separator: " ")
    let clock = ContinuousClock()
    let started = clock.now
    let startedCPU = Self.processorTime()
    let isExact = question.isExact ?? true
    let request = SearchRequest(
      query: parser.parse(text, isExact: isExact), limit: question.limit, isExact: isExact,
      countsFacets: false)
    let ranking = try reader.ranking(request)
    let ranked = clock.now
    let cpu = Self.processorTime() - startedCPU
    let scores = question.shows == false ? [] : try reader.search(request).hits.map(\.score)
    let shown = clock.now
    return Answer(
      ms: (ranked - started) / .milliseconds(1), cpu: cpu,
      shown: (shown - ranked) / .milliseconds(1),
      total: ranking.total, ids: ranking.passages.compactMap { Int($0.rawValue.dropFirst()) },
      scores: scores)
  }

  /// Milliseconds of processor time this process has used.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private static func reply(_ value: some Encodable) throws {
    try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(value) + [0x0A])
  }
}
