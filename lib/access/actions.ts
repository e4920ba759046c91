import { CITY_ROLES, NATIONAL_ROLES, type Role } from './roles'

/**
 * What a permit opens.
 * `city`: one named city within the actor's reach. `storage`: how much one named city keeps in files, and nothing else of it. `cities`: all cities of the actor's province, or of the nation.
 * `identity`: the account that is signing in or whose session is checked. `self`: the actor's own account.
 * `receipt`: the one receipt whose number was named, without figures.
 * `portal`: the portal itself, telling people what concerns them. `jobs`: background work and what was sent, no figures.
 * `administration`: all accounts, no figures. `audit`: the audit trail, no figures. `reference`: cities and periods, no figures.
 */
export type Reach =
  | 'city'
  | 'storage'
  | 'cities'
  | 'identity'
  | 'self'
  | 'receipt'
  | 'administration'
  | 'audit'
  | 'reference'
  | 'portal'
  | 'jobs'

interface Rule {
  /** `anyone` includes people who are not signed in; `everyone` means whoever is signed in; `portal` is nobody. */
  readonly roles: readonly Role[] | 'anyone' | 'everyone' | 'portal'
  readonly reach: Reach
}

const REVIEWERS = ['provincial_reviewer', 'cnipa_reviewer', 'mof_reviewer'] as const
const BRIEFED = [...CITY_ROLES, 'provincial_reviewer', ...NATIONAL_ROLES] as const
// An assessor reads of a city only while assigned to it: the database says so (scope `assessed`).
const READERS = [...BRIEFED, 'assessor'] as const
const COORDINATORS = ['cnipa_reviewer', 'mof_reviewer'] as const

/** Who may do what, and how far. There is no default: an action that is not in this table does not exist. */
export const ACTIONS = {
  'identity.verify': { roles: 'anyone', reach: 'identity' },
  'receipt.verify': { roles: 'anyone', reach: 'receipt' },
  'account.readOwn': { roles: 'everyone', reach: 'self' },
  'account.changeOwn': { roles: 'everyone', reach: 'self' },
  'account.manage': { roles: ['security_admin'], reach: 'administration' },
  'message.collect': { roles: 'portal', reach: 'portal' },
  'message.send': { roles: 'portal', reach: 'portal' },
  // Files made in the background: each person's own; the portal makes them by permits of that person.
  'export.ask': { roles: READERS, reach: 'self' },
  'export.work': { roles: 'portal', reach: 'portal' },
  // What is still to be written of an entry after which the portal stopped: looked for in the nation, written in its city.
  'instalment.settle': { roles: 'portal', reach: 'cities' },
  'jobs.read': { roles: ['system_admin'], reach: 'jobs' },
  'jobs.retry': { roles: ['system_admin'], reach: 'jobs' },
  'audit.read': { roles: ['audit_admin'], reach: 'audit' },
  'announcement.write': { roles: [...REVIEWERS, 'system_admin'], reach: 'reference' },
  'reference.read': { roles: 'everyone', reach: 'reference' },
  'reference.configure': { roles: ['system_admin'], reach: 'reference' },

  'storage.configure': { roles: ['system_admin'], reach: 'storage' },
  // Whom to call: of a city its own people say it, or the administrator (storage.configure); a reviewer says the own.
  'contact.keep': { roles: CITY_ROLES, reach: 'city' },
  'contact.keepOwn': { roles: REVIEWERS, reach: 'self' },
  'city.read': { roles: READERS, reach: 'city' },
  'restatement.preview': { roles: [...CITY_ROLES, ...REVIEWERS], reach: 'city' },
  'extension.ask': { roles: [...CITY_ROLES, ...REVIEWERS], reach: 'city' },
  'extension.decide': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'city' },
  'restatement.request': { roles: [...CITY_ROLES, ...REVIEWERS], reach: 'city' },
  'restatement.decide': { roles: ['cnipa_reviewer'], reach: 'city' },
  'target.set': { roles: ['city_officer'], reach: 'city' },
  'target.decide': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'city' },
  'report.read': { roles: READERS, reach: 'city' },
  'draft.read': { roles: CITY_ROLES, reach: 'city' },
  // Files: the city's own people all of theirs, everybody else those that stand in a submitted version.
  'file.read': { roles: READERS, reach: 'city' },
  // Evidence of the city by its officers, photographs of a visit by assessors: piece by piece, going on where it stopped.
  'file.upload': { roles: ['city_officer', 'assessor'], reach: 'city' },
  'report.prepare': { roles: ['city_officer'], reach: 'city' },
  'report.certify': { roles: ['city_certifier'], reach: 'city' },
  'report.recall': { roles: CITY_ROLES, reach: 'city' },
  'report.withdraw': { roles: CITY_ROLES, reach: 'city' },
  'report.submit': { roles: CITY_ROLES, reach: 'city' },
  'report.forward': { roles: ['provincial_reviewer'], reach: 'city' },
  'report.return': { roles: REVIEWERS, reach: 'city' },
  'report.accept': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'city' },
  // The conversation beside a figure: reviewers ask and close, the city answers; whoever reads the report reads it.
  'conversation.ask': { roles: REVIEWERS, reach: 'city' },
  'conversation.answer': { roles: CITY_ROLES, reach: 'city' },

  // The implementation plan: its drafts are the city's own, reviewers see what was signed.
  'plan.read': { roles: READERS, reach: 'city' },
  'plan.prepare': { roles: ['city_officer'], reach: 'city' },
  'plan.sign': { roles: ['city_certifier'], reach: 'city' },
  'plan.decide': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'city' },

  // Money: the city keeps its ledger, the ministry's two finance people record and confirm what was paid.
  'funds.read': { roles: READERS, reach: 'city' },
  'funds.record': { roles: ['city_officer'], reach: 'city' },
  'payment.record': { roles: ['finance_officer'], reach: 'city' },
  'payment.confirm': { roles: ['finance_approver'], reach: 'city' },
  // The second instalment: proposed by one, worked out again by another who does not see the proposal's amount.
  'instalment.read': { roles: READERS, reach: 'city' },
  'instalment.propose': { roles: ['finance_officer'], reach: 'city' },
  'instalment.answer': { roles: ['finance_approver'], reach: 'city' },
  'instalment.reverse': { roles: ['finance_officer'], reach: 'city' },
  'exposure.read': {
    roles: ['cnipa_reviewer', 'mof_reviewer', 'finance_officer', 'finance_approver'],
    reach: 'cities',
  },
  'monitor.explain': { roles: CITY_ROLES, reach: 'city' },

  // Evaluations: the ministries make rounds, assign assessors and seal; the city says how it sees itself; assessors assess.
  'evaluation.manage': { roles: COORDINATORS, reach: 'cities' },
  'evaluation.open': { roles: COORDINATORS, reach: 'city' },
  'evaluation.assign': { roles: COORDINATORS, reach: 'city' },
  'evaluation.seal': { roles: COORDINATORS, reach: 'city' },
  'evaluation.read': { roles: [...CITY_ROLES, 'provincial_reviewer', ...NATIONAL_ROLES], reach: 'city' },
  'evaluation.state': { roles: ['city_officer'], reach: 'city' },
  'evaluation.sign': { roles: ['city_certifier'], reach: 'city' },
  'assessment.list': { roles: ['assessor'], reach: 'self' },
  'assessment.do': { roles: ['assessor'], reach: 'city' },

  'decision.read': { roles: ['provincial_reviewer', ...NATIONAL_ROLES], reach: 'cities' },
  'decision.propose': { roles: ['cnipa_reviewer', 'mof_reviewer', 'finance_officer'], reach: 'cities' },
  'decision.sign': { roles: ['cnipa_reviewer', 'mof_reviewer', 'finance_approver'], reach: 'cities' },

  // How useful the checks are: counts over all cities, no figures and no names.
  'check.read': { roles: NATIONAL_ROLES, reach: 'cities' },

  // One enterprise claimed by several cities: found when a report is accepted, decided for each of its cities.
  'case.read': { roles: REVIEWERS, reach: 'cities' },
  'case.note': { roles: ['provincial_reviewer'], reach: 'cities' },
  'case.open': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'cities' },
  'case.decide': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'cities' },
  'case.settle': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'city' },

  // Telling each city, without names, where the middle half of its cohort lies.
  'band.tell': { roles: ['cnipa_reviewer', 'mof_reviewer'], reach: 'cities' },

  'queue.read': { roles: REVIEWERS, reach: 'cities' },
  'review.handOver': { roles: REVIEWERS, reach: 'cities' },
  // The brief of each week: made by what the person may see, and the person's own.
  'brief.read': { roles: BRIEFED, reach: 'self' },
  'brief.keep': { roles: BRIEFED, reach: 'self' },
  // Views of the figures that a person keeps for him- or herself.
  'view.keep': { roles: ['provincial_reviewer', ...NATIONAL_ROLES], reach: 'self' },
  // Figures worth a look, and what reviewers do about them.
  'quality.read': { roles: ['provincial_reviewer', ...NATIONAL_ROLES], reach: 'cities' },
  'quality.follow': { roles: REVIEWERS, reach: 'city' },

  // Remembering up to when the person has seen what changed.
  'dashboard.visit': { roles: ['provincial_reviewer', ...NATIONAL_ROLES], reach: 'cities' },
  'dashboard.read': { roles: ['provincial_reviewer', ...NATIONAL_ROLES], reach: 'cities' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof ACTIONS

/** The actions that concern one city, and those that do not. */
export type CityAction = {
  [A in Action]: (typeof ACTIONS)[A]['reach'] extends 'city' | 'storage' ? A : never
}[Action]
export type GeneralAction = Exclude<Action, CityAction>
