/// The stages of a measure, in the order in which they usually follow.
package enum TraceStage: String, Sendable, Codable, CaseIterable {
  case strategy, law
  case basicPolicy = "basic_policy"
  case cabinetOrder = "cabinet_order"
  case ministerialOrder = "ministerial_order"
  case plan, budget, implementation
  case followUp = "follow_up"
}
