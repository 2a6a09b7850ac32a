import DocumentModel

/// What each rule of linking does, in words, for `explain`.
enum RuleWords {
  /// Returns the words of a rule, or nil for one that isn't known here.
  static func text(_ rule: String) -> String? {
    words[rule].map { Words.say($0.ja, $0.en) }
  }

  private static let words: [String: (ja: String, en: String)] = [
    "law.name": ("法令名・略称の一覧", "a name in the register of laws"),
    "law.number": ("法令番号", "a law number"),
    "law.identifier": ("法令ID・e-Gov の URL", "a LawId or an e-Gov address"),
    "law.form": ("名称の形（一覧にない法令）", "the form of the name; not in the register"),
    "law.foreign-name": ("外国の法令の一覧", "a name in the register of foreign laws"),
    "law.foreign-form": ("国名の付いた法令の名称", "the form of the name beside a state's"),
    "law.declared": ("文書の中での定義", "declared in the document"),
    "law.same": ("同法・同令：直前の法令", "the law named just before"),
    "law.own": ("この法律：条文を引いている法令", "the law whose article is set out"),
    "law.amended": ("新法・旧法：改正すると述べた法令", "the law just said to be amended"),
    "law.antecedent": ("同じ段落で挙げた法令", "the law named in this paragraph"),
    "law.subject": ("文書の主題の法令", "the law the document is about"),
    "law.subordinate": ("その法律の施行令・施行規則", "the order made under that Act"),
    "law.provision": ("条・項・号だけの引用", "a provision counted from one named before"),
    "law.concept": ("法律で定義された語", "a term that a law defines"),
    "law.defined-term": ("取り込んだ法令が定義する語", "a term that an imported law defines"),
    "ministry.name": ("正式名称", "the full name"),
    "ministry.alias": ("略称", "an abbreviation"),
    "ministry.head": ("大臣・長官の職名", "the title of its head"),
    "ministry.bracket": ("括弧書き・列の略称", "an abbreviation in brackets or a list"),
    "ministry.competence": ("法律上の権限を持つ内閣総理大臣", "the Prime Minister's powers under a law"),
    "ministry.local-office": ("地方支分部局", "a regional office"),
    "ministry.same": ("同省・同庁：前に挙げた機関", "the unit named before"),
    "org.name": ("正式名称", "the full name"),
    "org.alias": ("略称", "an abbreviation"),
    "org.form": ("会議体の名称の形", "the form of a council's name"),
    "org.same": ("同じ種類で一つだけ挙げた会議体", "the one council of that kind named before"),
    "body.declared": ("文書の中での定義", "declared in the document"),
    "document.name": ("文書の一覧", "a title in the register of documents"),
    "document.declared": ("文書の中での定義", "declared in the document"),
    "document.form": ("文書名の形", "the form of a title"),
    "document.quoted-title": ("かぎ括弧の題名", "a title in quotation marks"),
    "document.decided-title": ("決定日の付いた題名", "a title with the day of its decision"),
    "document.guide": ("…についてのガイドライン", "a guide named by its subject"),
    "document.note-title": ("注記に置かれた題名", "a title standing as a note"),
    "document.reference": ("出典一覧の題名", "a title from a list of references"),
    "document.own-title": ("この文書自身の題名", "the document's own title"),
    "document.report-of-body": ("会議体の報告書", "the report of the body named before"),
    "document.report-again": ("前に挙げた報告書", "the report named before"),
    "date.era": ("和暦", "a year of an era"),
    "date.gregorian": ("西暦", "a Gregorian year"),
    "date.two-digit-year": ("二桁の西暦", "two digits of a year"),
    "date.bare-year": ("元号を略した年", "a year without its era"),
    "date.bare-month": ("年を略した月日", "a month without its year"),
    "date.relative": ("前後の日付や文書の日付から数える語", "a word that counts from another date"),
  ]
}
