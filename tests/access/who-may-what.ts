import type { Action } from '@/lib/access/actions'
import { ROLES, type Role } from '@/lib/access/roles'

/**
 * Who may do what, written from DESIGN section 4 without looking at lib/access/actions.ts: 1 may, · may not. The last column
 * is whoever is not signed in. City officer and certifier; provincial, CNIPA and MoF reviewer; assessor; finance officer and
 * approver; the three administrators.
 */
const TABLE: Readonly<Record<Action, string>> = {
  //                        of ce  pr cn mo  as  fo fa  sy se au  –
  'identity.verify': '      1  1   1  1  1   1   1  1   1  1  1   1',
  'receipt.verify': '       1  1   1  1  1   1   1  1   1  1  1   1',
  'account.readOwn': '      1  1   1  1  1   1   1  1   1  1  1   ·',
  'account.changeOwn': '    1  1   1  1  1   1   1  1   1  1  1   ·',
  'account.manage': '       ·  ·   ·  ·  ·   ·   ·  ·   ·  1  ·   ·',
  'message.collect': '      ·  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'message.send': '         ·  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'export.ask': '           1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'export.work': '          ·  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'instalment.settle': '    ·  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'jobs.read': '            ·  ·   ·  ·  ·   ·   ·  ·   1  ·  ·   ·',
  'jobs.retry': '           ·  ·   ·  ·  ·   ·   ·  ·   1  ·  ·   ·',
  'audit.read': '           ·  ·   ·  ·  ·   ·   ·  ·   ·  ·  1   ·',
  'announcement.write': '   ·  ·   1  1  1   ·   ·  ·   1  ·  ·   ·',
  'reference.read': '       1  1   1  1  1   1   1  1   1  1  1   ·',
  'reference.configure': '  ·  ·   ·  ·  ·   ·   ·  ·   1  ·  ·   ·',
  'storage.configure': '    ·  ·   ·  ·  ·   ·   ·  ·   1  ·  ·   ·',
  'contact.keep': '         1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'contact.keepOwn': '      ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'city.read': '            1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'restatement.preview': '  1  1   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'extension.ask': '        1  1   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'extension.decide': '     ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'restatement.request': '  1  1   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'restatement.decide': '   ·  ·   ·  1  ·   ·   ·  ·   ·  ·  ·   ·',
  'target.set': '           1  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'target.decide': '        ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'report.read': '          1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'draft.read': '           1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'file.read': '            1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'file.upload': '          1  ·   ·  ·  ·   1   ·  ·   ·  ·  ·   ·',
  'report.prepare': '       1  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.certify': '       ·  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.recall': '        1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.withdraw': '      1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.submit': '        1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.forward': '       ·  ·   1  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'report.return': '        ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'report.accept': '        ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'conversation.ask': '     ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'conversation.answer': '  1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'plan.read': '            1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'plan.prepare': '         1  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'plan.sign': '            ·  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'plan.decide': '          ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'funds.read': '           1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'funds.record': '         1  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'payment.record': '       ·  ·   ·  ·  ·   ·   1  ·   ·  ·  ·   ·',
  'payment.confirm': '      ·  ·   ·  ·  ·   ·   ·  1   ·  ·  ·   ·',
  'instalment.read': '      1  1   1  1  1   1   1  1   ·  ·  ·   ·',
  'instalment.propose': '   ·  ·   ·  ·  ·   ·   1  ·   ·  ·  ·   ·',
  'instalment.answer': '    ·  ·   ·  ·  ·   ·   ·  1   ·  ·  ·   ·',
  'instalment.reverse': '   ·  ·   ·  ·  ·   ·   1  ·   ·  ·  ·   ·',
  'exposure.read': '        ·  ·   ·  1  1   ·   1  1   ·  ·  ·   ·',
  'monitor.explain': '      1  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.manage': '    ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.open': '      ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.assign': '    ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.seal': '      ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.read': '      1  1   1  1  1   ·   1  1   ·  ·  ·   ·',
  'evaluation.state': '     1  ·   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'evaluation.sign': '      ·  1   ·  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'assessment.list': '      ·  ·   ·  ·  ·   1   ·  ·   ·  ·  ·   ·',
  'assessment.do': '        ·  ·   ·  ·  ·   1   ·  ·   ·  ·  ·   ·',
  'decision.read': '        ·  ·   1  1  1   ·   1  1   ·  ·  ·   ·',
  'decision.propose': '     ·  ·   ·  1  1   ·   1  ·   ·  ·  ·   ·',
  'decision.sign': '        ·  ·   ·  1  1   ·   ·  1   ·  ·  ·   ·',
  'check.read': '           ·  ·   ·  1  1   ·   1  1   ·  ·  ·   ·',
  'case.read': '            ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'case.note': '            ·  ·   1  ·  ·   ·   ·  ·   ·  ·  ·   ·',
  'case.open': '            ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'brief.read': '           1  1   1  1  1   ·   1  1   ·  ·  ·   ·',
  'brief.keep': '           1  1   1  1  1   ·   1  1   ·  ·  ·   ·',
  'band.tell': '            ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'case.decide': '          ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'case.settle': '          ·  ·   ·  1  1   ·   ·  ·   ·  ·  ·   ·',
  'queue.read': '           ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'review.handOver': '      ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'view.keep': '            ·  ·   1  1  1   ·   1  1   ·  ·  ·   ·',
  'quality.read': '         ·  ·   1  1  1   ·   1  1   ·  ·  ·   ·',
  'quality.follow': '       ·  ·   1  1  1   ·   ·  ·   ·  ·  ·   ·',
  'dashboard.visit': '      ·  ·   1  1  1   ·   1  1   ·  ·  ·   ·',
  'dashboard.read': '       ·  ·   1  1  1   ·   1  1   ·  ·  ·   ·',
}

const COLUMNS: readonly (Role | null)[] = [
  'city_officer',
  'city_certifier',
  'provincial_reviewer',
  'cnipa_reviewer',
  'mof_reviewer',
  'assessor',
  'finance_officer',
  'finance_approver',
  'system_admin',
  'security_admin',
  'audit_admin',
  null,
]

/** The table as a list: every action with every role, and with nobody. */
export const expectations: readonly { action: Action; role: Role | null; may: boolean }[] = (
  Object.keys(TABLE) as Action[]
).flatMap((action) => {
  const marks = TABLE[action].trim().split(/\s+/)
  if (marks.length !== COLUMNS.length || COLUMNS.length !== ROLES.length + 1)
    throw new Error(`${action}: ${marks.length} columns`)
  return COLUMNS.map((role, i) => ({ action, role, may: marks[i] === '1' }))
})
