internal import DocumentModel

/// The table of words that tell a stage, in the order in which they are tried.
enum StageRules {
  struct Row: Sendable {
    var name: String
    var stage: TraceStage
    var things: [String] = []
    var acts: [String] = []
    var unless: [String] = []
  }

  /// Acts whose count or list as of a date tells a thing done, not a state.
  static let doneActs = [
    "認定", "採択", "指定", "設置", "追加", "締結", "公募", "運用開始", "開設", "設立", "選定", "交付決定",
  ]

  /// Words of what was still to come when it was written.
  static let planned = ["予定", "目途", "めど", "目処", "を目指", "することとし", "見込み", "方針とし"]

  /// Words of what is foreseen, thought or estimated.
  static let forecasts = [
    "見込まれ", "考えられ", "予測され", "想定され", "見通し", "推計", "試算", "可能性があ", "期待され",
  ]

  static let all: [Row] = [
    // 府省令を公布, 告示
    Row(
      name: "order.ministerial", stage: .ministerialOrder,
      things: ["省令", "府令", "告示", "施行規則"],
      acts: ["公布", "施行", "制定", "改正", "整備", "定め", "告示", "策定"]),
    // 審査手続等の整備: procedure under an Act is laid down by ordinance.
    Row(
      name: "order.procedure", stage: .ministerialOrder,
      things: ["手続等の整備", "手続の整備", "設備の指定", "設備を指定", "指定基準"]),
    // 改正法が公布, 法を施行
    Row(
      name: "law.enacted", stage: .law,
      things: [
        "改正法", "法を施行", "法が施行", "法の施行", "法施行", "法が成立", "法の成立", "法律が", "法律を", "法案", "法を改正",
        "法の改正", "法改正", "推進法が", "基本法が", "基本法を", "法公布", "法成立",
      ], acts: ["成立", "公布", "施行", "可決", "制定", "改正", "提出"], unless: ["政令", "附帯決議"]),
    // 政令を閣議決定
    Row(
      name: "order.cabinet", stage: .cabinetOrder, things: ["政令"],
      acts: ["閣議決定", "公布", "施行", "制定", "改正", "指定", "定め", "決定"]),
    // 特定重要物資の指定: things and fields are designated by cabinet order, firms by the minister.
    Row(
      name: "order.designation", stage: .cabinetOrder,
      things: [
        "物資の指定", "物資に指定", "物資を指定", "物資として指定", "物資の追加指定", "分野の指定", "分野を指定", "業種の指定",
        "技術の指定",
      ]),
    // 骨太の方針 before 基本方針
    Row(
      name: "strategy.economic", stage: .strategy,
      things: ["骨太の方針", "骨太方針", "改革の基本方針", "総合経済対策", "経済対策", "グランドデザイン", "成長戦略"],
      acts: []),
    // 安定供給確保基本指針 閣議決定
    Row(name: "policy.basic", stage: .basicPolicy, things: ["基本指針", "基本方針", "基本的な方針"]),
    Row(
      name: "review.report", stage: .followUp,
      things: [
        "点検", "フォローアップ", "実施状況", "についての報告", "附帯決議", "検証", "中間報告", "進捗", "レビュー", "評価を実施",
        "実態調査",
      ], unless: ["補正予算", "当初予算"]),
    // 令和5年度補正予算, 5,000億円を措置
    Row(
      name: "budget.appropriated", stage: .budget,
      things: [
        "補正予算", "当初予算", "年度予算", "予算額", "概算要求", "予備費", "基金造成", "基金を造成", "造成", "交付額", "債務負担",
        "予算案", "予算で", "予算に", "予算を", "年度補正", "次補正", "補正)", "補正を", "本予算",
      ]),
    Row(
      name: "budget.amount", stage: .budget, things: ["億円", "兆円", "百万円", "万円"],
      acts: ["措置", "計上", "確保", "積み増", "造成", "拠出", "配分", "予算"]),
    // 国家安全保障戦略, 統合イノベーション戦略
    Row(
      name: "strategy.decided", stage: .strategy,
      things: ["戦略", "実行計画", "アクションプラン", "行動計画"],
      acts: [
        "閣議決定", "決定", "策定", "改定", "取りまとめ", "とりまとめ", "位置付け", "位置づけ", "盛り込", "明記", "掲げ", "公表",
      ]),
    // 総理発言, 大臣が表明: an intent stated.
    Row(
      name: "strategy.stated", stage: .strategy,
      things: ["御発言", "総理発言", "大臣発言", "表明", "施政方針演説", "所信表明", "共同声明", "首脳声明", "閣僚声明"]),
    // 取組方針 策定・改定, 研究開発ビジョン（第二次）
    Row(
      name: "plan.made", stage: .plan,
      things: [
        "取組方針", "ビジョン", "構想", "ガイドライン", "手引", "工程表", "ロードマップ", "認定要件", "計画", "指針", "方針", "提言",
        "論点整理",
        "報告書", "解説", "基準", "要領", "とりまとめ", "取りまとめ", "マニュアル", "プログラム",
      ],
      acts: [
        "策定", "改定", "改訂", "公表", "決定", "取りまと", "とりまと", "作成", "追加", "見直し", "了承", "公開",
      ], unless: ["公募", "採択", "運用開始"]),
    Row(name: "plan.named", stage: .plan, things: ["取組方針", "研究開発ビジョン", "研究開発構想"]),
    // 公募・採択, 供給確保計画認定, 制度運用開始
    Row(
      name: "done", stage: .implementation,
      acts: [
        "公募", "採択", "認定", "運用開始", "運用を開始", "審査開始", "開始", "設置", "設立", "創設", "締結", "開設", "開講",
        "経過措置", "説明会", "募集", "選定", "発足", "導入", "開催", "実施", "支援", "可能に", "拡大", "適用", "整備", "稼働",
        "事業者の指定", "法人の指定", "を指定", "に指定", "着手", "交付", "合意", "参加", "施行", "発表", "公開", "立ち上げ", "改組",
        "強化", "追加", "改正", "発効", "署名", "妥結", "批准", "完成", "開催", "首脳会談", "首脳会合", "閣僚会合", "大臣会合",
        "政策対話", "経済対話", "協議委員会",
      ]),
    Row(
      name: "review.considered", stage: .followUp,
      things: ["検討", "見直し", "調査", "報告", "時点", "現在", "とりまとめ", "取りまとめ", "公表"]),
    Row(name: "strategy.named", stage: .strategy, things: ["安全保障戦略", "イノベーション戦略"]),
  ]
}
