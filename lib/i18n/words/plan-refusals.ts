import { forbiddenUses } from '@/lib/notice/fund-uses'
import type { PlanProblem } from '@/lib/rules/check-plan'
import { bilingual } from '../bilingual'

type Particulars = Readonly<Record<string, string>>

const of = (detail: Particulars, name: string): string => detail[name] ?? ''

/** The name of a forbidden use, by its code. */
const forbidden = (locale: 'zh' | 'en', code: string): string =>
  forbiddenUses.find((each) => each.code === code)?.[locale] ??
  (locale === 'zh' ? '不许可的用途' : 'a forbidden use')

/** Sentences for what is wrong with a plan; `task` is the number of the task or head. */
const planProblems: {
  readonly [L in 'zh-CN' | 'en']: Readonly<Record<PlanProblem['code'], (detail: Particulars) => string>>
} = {
  'zh-CN': {
    numberWrong: (d) =>
      `编号“${of(d, 'got')}”不对：应以 1—5 开头、各级以点分隔，例如 1.2.3，最多五级。请改正编号。`,
    numberOfNotice: (d) =>
      `编号 ${of(d, 'task')} 是通知所列任务本身的编号，不能另用。请在它下面编号，例如 ${of(d, 'task')}.1。`,
    numberTwice: (d) => `编号 ${of(d, 'task')} 出现了两次。每个编号只能用一次，请改正其中一个。`,
    parentMissing: (d) =>
      `任务 ${of(d, 'task')} 的上级 ${of(d, 'expected')} 不存在。请先增加上级任务，或改正编号。`,
    titleMissing: (d) => `任务 ${of(d, 'task')} 没有名称。请填写任务名称。`,
    tooLong: (d) => `任务 ${of(d, 'task')} 的名称或责任部门超过 ${of(d, 'limit')} 个字。请缩短。`,
    departmentMissing: (d) => `任务 ${of(d, 'task')} 没有责任部门。签审前请填写。`,
    daysMissing: (d) => `任务 ${of(d, 'task')} 没有写明起止日期。签审前请填写。`,
    daysReversed: (d) =>
      `任务 ${of(d, 'task')} 的完成日期 ${of(d, 'to')} 早于开始日期 ${of(d, 'from')}。请改正日期。`,
    amountAbove: (d) =>
      `任务 ${of(d, 'task')} 下面还有子任务，资金只写在最末一级，由系统汇总，以免重复计算。请清空这一行的金额。`,
    centralOver: (d) =>
      `各任务中央资金合计 ${of(d, 'got')} 元，超过每市 ${of(d, 'limit')} 元的上限（通知三）。请调减。`,
    useForbidden: (d) =>
      `任务 ${of(d, 'task')} 名称中的“${of(d, 'got')}”属于${forbidden('zh', of(d, 'use'))}：中央资金不得用于征地拆迁、人员经费等经常性开支，也不得提取工作经费（服务业发展资金管理办法）。请改用其他资金，或更正任务名称。`,
    headEmpty: (d) => `必做任务 ${of(d, 'task')} 下面还没有任务（通知三（一））。签审前请至少增加一项。`,
  },
  en: {
    numberWrong: (d) =>
      `The number ‘${of(d, 'got')}’ is none: it begins with 1 to 5 and has its levels parted by points, such as 1.2.3, at most five levels. Correct it.`,
    numberOfNotice: (d) =>
      `Number ${of(d, 'task')} belongs to what the notice itself names. Number your task below it, such as ${of(d, 'task')}.1.`,
    numberTwice: (d) => `Number ${of(d, 'task')} occurs twice. Each is used once; correct one of them.`,
    parentMissing: (d) =>
      `Task ${of(d, 'task')} lies under ${of(d, 'expected')}, which does not exist. Add that one first, or correct the number.`,
    titleMissing: (d) => `Task ${of(d, 'task')} has no name. Give it one.`,
    tooLong: (d) =>
      `Name or department of task ${of(d, 'task')} has more than ${of(d, 'limit')} signs. Shorten it.`,
    departmentMissing: (d) =>
      `Task ${of(d, 'task')} names no department in charge. Name one before the plan is signed.`,
    daysMissing: (d) =>
      `Task ${of(d, 'task')} lacks its first or last day. Fill it in before the plan is signed.`,
    daysReversed: (d) =>
      `Task ${of(d, 'task')} ends on ${of(d, 'to')}, before it begins on ${of(d, 'from')}. Correct the days.`,
    amountAbove: (d) =>
      `Task ${of(d, 'task')} has others under it. Amounts stand on the lowest tasks alone and are added up, so that none counts twice. Clear the amounts of this line.`,
    centralOver: (d) =>
      `The tasks have ${of(d, 'got')} yuan of central money, more than the ${of(d, 'limit')} yuan a city can receive (notice III). Reduce it.`,
    useForbidden: (d) =>
      `‘${of(d, 'got')}’ in the name of task ${of(d, 'task')} is ${forbidden('en', of(d, 'use'))}: central money must not pay for demolition, for staff and other running costs, or for working funds (measures for service development funds). Use other money, or correct the name.`,
    headEmpty: (d) =>
      `Mandatory task ${of(d, 'task')} has no task under it (三·1). Add at least one before the plan is signed.`,
  },
}

const problem = (locale: 'zh-CN' | 'en', detail: Particulars): string | undefined =>
  (planProblems[locale] as Readonly<Record<string, (detail: Particulars) => string>>)[
    of(detail, 'problem') as PlanProblem['code']
  ]?.(detail)

/** `what` of instalmentNoSeal names what there is instead by a code. */
const noSealZh: Particulars = {
  none: '现在还没有签封的中期评价；请先完成签封。',
  reopened: '现有的评价签封后已重开；请先重新签封。',
  demonstration:
    '现有的评价虽已签封，但按演示评分办法评分；请先由决定簿签署有文号的评分办法，再建立一轮评价。',
}
const noSealEn: Particulars = {
  none: 'None is sealed yet; have one sealed first.',
  reopened: 'The one there is was opened again; have it sealed first.',
  demonstration:
    'The one there is was scored by the demonstration scheme; have the scheme of a document signed in the decision book, then make a round by it.',
}

/** What can be refused of a plan or of its money, part of the registry of refusals. */
export const planRefusals = bilingual(
  {
    purposeMissing: () => '没有写明用途。请写明这笔收支的用途或来源。',
    fundFormWrong: (d: Particulars) =>
      `支持方式“${of(d, 'got')}”不在许可之列：只能是财政补助、以奖代补、股权投资、政府购买服务。请改正。`,
    fundForbidden: (d: Particulars) =>
      `用途中的“${of(d, 'got')}”属于${forbidden('zh', of(d, 'use'))}：中央资金不得用于征地拆迁、人员经费等经常性开支，也不得提取工作经费（服务业发展资金管理办法）。没有记入；请改用其他资金或更正用途。`,
    fundShort: () =>
      '这样会使该来源的支出超过已收到的资金，余额不能为负。没有记入；请先登记收款，或核对金额和资金来源。',
    entryUnknown: (d: Particulars) => `账上没有第 ${of(d, 'number')} 号记录。请核对编号。`,
    entryReversed: () => '这笔记录已经冲正，或本身就是冲正记录，不能再冲。请核对编号；正确的金额请另记一笔。',
    paymentOver: () =>
      '登记后将超过首批资金每市 10,000 万元、第二期资金所定金额或每市 15,000 万元的上限（通知三），没有登记。请核对金额；登记有误的，先由复核人驳回。',
    paymentUndecided: () =>
      '第二期资金须有已经生效、未被撤销的决定才能拨付，没有登记或确认。请先查看该市第二期资金的决定。',
    paymentReversed: () => '只能收回已经复核、尚未收回的一笔拨款，且须整笔收回；没有登记。请核对拨款序号。',
    instalmentNotNow: () =>
      '现在不能办理这一步：可能已有待复核的拟定、已生效的决定，或已由他人办理。没有记录；请刷新页面查看。',
    instalmentSigner: () =>
      '拟定与复核须由两个人办理：复核不能由拟定人本人，撤回只能由拟定人本人。没有记录；请换人办理。',
    instalmentNoSeal: (d: Particulars) =>
      `第二期资金须以已签封的中期评价为依据：最近一版须已签封、按有文号的评分办法评分，且此后没有重开。${noSealZh[of(d, 'what')] ?? '这次所依据的已与此不符，没有办理；请刷新页面查看。'}`,
    instalmentNoBands: () =>
      '第二期资金须以今日有效的分档表为依据（R12）：没有生效的分档表，或分档表在拟定之后已更换。没有记录；请先由决定簿签署分档表，或重新拟定。',
    instalmentUnknown: () => '没有找到这项第二期资金拟定或决定。请刷新页面后再选择。',
    paymentDocumentMissing: () => '没有填写拨款文号。请填写预算下达或拨款文件的文号。',
    paymentUnknown: () => '没有找到这笔拨款。请刷新页面。',
    paymentAnswered: () => '这笔拨款已由他人复核，没有重复记录。请刷新页面查看。',
    planUnknown: () => '没有找到这个版本的实施方案，或还没有批准的方案。请从实施方案页重新选择。',
    planPending: () => '上一个版本还没有批准，不能另立新版本。请先完成它的签审和审批。',
    planNotEditable: () => '这个版本已签审或已批准，不能修改。退回后可以修改；已批准的请另立新版本。',
    planNotNow: () => '这个版本现在不在这一步，可能已由他人办理。请刷新页面查看。',
    planProblem: (d: Particulars) =>
      problem('zh-CN', d) ?? '方案内容不符合要求，没有保存。请按页面提示改正后再试。',
    planSigner: () => '签审须由没有编制本版本的人办理。请本市另一位签审人签审。',
    planSame: () => '这个版本与现行版本完全相同，不需要审批。请先修改，再签审。',
    taskUnknown: (d: Particulars) => `方案中没有编号为 ${of(d, 'task')} 的任务。请刷新页面后再选择。`,
    taskChanged: (d: Particulars) =>
      `任务 ${of(d, 'task')} 在您打开之后由${of(d, 'who')}于 ${of(d, 'at')} 改过，为免覆盖，没有保存。请记下您填写的内容，刷新页面，在最新内容上再改。`,
    planChanged: (d: Particulars) =>
      `方案在您打开页面之后由${of(d, 'who')}于 ${of(d, 'at')} 改过，为免覆盖，文件没有导入，原有内容没有变动。请刷新页面核对；从本页下载的表格带核对码，按任务逐条核对，不受此限。`,
    taskExists: (d: Particulars) =>
      `编号 ${of(d, 'task')} 已有任务（${of(d, 'who')}，${of(d, 'at')}），为免覆盖，没有保存。请另用编号，或打开该任务修改。`,
    taskInUse: (d: Particulars) =>
      `任务 ${of(d, 'task')} 已填报进展或已有支出，不能删除。可以修改它的名称、时间和资金。`,
    percentWrong: (d: Particulars) => `进展“${of(d, 'got')}”不对：应为 0 至 100 的整数。请改正。`,
    quarterWrong: (d: Particulars) =>
      `季度“${of(d, 'got')}”不对：应为已经开始的季度，最近的是 ${of(d, 'latest')}。请另选。`,
    yuanWrong: (d: Particulars) =>
      d.mayBeBlank === 'yes'
        ? `金额“${of(d, 'got')}”不对：应为以元为单位的整数，不带小数和负号。请改正；没有就留空。`
        : `${of(d, 'got').trim() === '' ? '没有填金额' : `金额“${of(d, 'got')}”不对`}：应为以元为单位的整数，不带小数和负号；收支和拨付须大于零。请填写。`,
  },
  {
    purposeMissing: () => 'No purpose is given. Say what the money is for, or where it comes from.',
    fundFormWrong: (d) =>
      `‘${of(d, 'got')}’ is no permitted form: subsidy, reward in place of subsidy, equity investment, or government procurement of services. Correct it.`,
    fundForbidden: (d) =>
      `‘${of(d, 'got')}’ in the purpose is ${forbidden('en', of(d, 'use'))}: central money must not pay for demolition, for staff and other running costs, or for working funds (measures for service development funds). Nothing was entered; use other money, or correct the purpose.`,
    fundShort: () =>
      'More of this source would be spent than was received; a balance is never below zero. Nothing was entered: record the receipt first, or check amount and source.',
    entryUnknown: (d) => `The ledger has no entry number ${of(d, 'number')}. Check the number.`,
    entryReversed: () =>
      'This entry was taken back already, or takes back another. Check the number; enter the right amount anew.',
    paymentOver: () =>
      'This would pass the 10,000万元 of the first instalment, the amount decided of the second, or the 15,000万元 of a city (notice III). Nothing was recorded; check the amount, or have the wrong one refused first.',
    paymentUndecided: () =>
      'Money of the second instalment is paid by a decision that holds and was not reversed. Nothing was recorded or confirmed; look at the decision first.',
    paymentReversed: () =>
      'Only a payment that was confirmed and not taken back yet can be taken back, as a whole. Nothing was recorded; check its number.',
    instalmentNotNow: () =>
      'This step cannot be taken now: a proposal may wait, a decision may hold, or somebody was first. Nothing was recorded; reload the page.',
    instalmentSigner: () =>
      'Proposing and recomputing are deeds of two people: nobody answers his or her own proposal, and only its proposer withdraws it. Nothing was recorded; ask the other person.',
    instalmentNoSeal: (d) =>
      `A second instalment rests on a sealed mid-term evaluation: its latest version sealed, scored by the weights of a document, and not opened again. ${noSealEn[of(d, 'what')] ?? 'What this rests on is so no longer, so nothing was recorded; reload the page.'}`,
    instalmentNoBands: () =>
      'A second instalment rests on the band table that holds today (R12): there is none, or another has taken its place since. Nothing was recorded; have a band table signed in the decision book, or propose anew.',
    instalmentUnknown: () =>
      'There is no such proposal or decision on a second instalment. Reload the page and choose again.',
    paymentDocumentMissing: () =>
      'The number of the document is missing. Give that of the budget or payment document.',
    paymentUnknown: () => 'There is no such payment. Reload the page.',
    paymentAnswered: () => 'Somebody has answered this payment already. Reload the page.',
    planUnknown: () =>
      'There is no such version of the plan, or none has been approved yet. Choose again on the page of the plan.',
    planPending: () =>
      'The version before is not approved, so no other can be begun. Have it signed and decided first.',
    planNotEditable: () =>
      'This version was signed or approved and cannot be changed. A returned one can; of an approved one begin a new version.',
    planNotNow: () =>
      'This version is not where that step begins; somebody else may have taken it. Reload the page.',
    planProblem: (d) =>
      problem('en', d) ??
      'The plan is not as it should be, and nothing was saved. Correct it as the page says.',
    planSigner: () =>
      'A plan is signed by somebody who did not prepare that version. Ask another certifier of your city.',
    planSame: () =>
      'This version is the same as the one in force; there is nothing to decide. Change it first.',
    taskUnknown: (d) =>
      `The plan has no task with number ${of(d, 'task')}. Reload the page and choose again.`,
    taskChanged: (d) =>
      `${of(d, 'who')} changed task ${of(d, 'task')} (${of(d, 'at')}) after you opened it; so that nothing is written over, yours was not saved. Note down what you typed, reload the page and change the task as it stands now.`,
    planChanged: (d) =>
      `The plan was changed by ${of(d, 'who')} at ${of(d, 'at')}, after you opened the page; so as not to write over that, nothing of the file was taken and everything stands as it was. Reload the page and compare. A table downloaded here carries check marks and is compared task by task instead.`,
    taskExists: (d) =>
      `Number ${of(d, 'task')} is a task already (${of(d, 'who')}, ${of(d, 'at')}); so that nothing is written over, yours was not saved. Use another number, or open that task.`,
    taskInUse: (d) =>
      `Progress or spending was recorded on task ${of(d, 'task')}, so it stays. Its name, days and money can be changed.`,
    percentWrong: (d) =>
      `Progress ‘${of(d, 'got')}’ is none: a whole number from 0 to 100 is expected. Correct it.`,
    quarterWrong: (d) =>
      `Quarter ‘${of(d, 'got')}’ is none that has begun; the latest is ${of(d, 'latest')}. Choose another.`,
    yuanWrong: (d) =>
      d.mayBeBlank === 'yes'
        ? `The amount ‘${of(d, 'got')}’ is none: whole yuan are expected, without decimals or minus. Correct it, or leave it blank.`
        : `${of(d, 'got').trim() === '' ? 'No amount is given' : `The amount ‘${of(d, 'got')}’ is none`}: whole yuan are expected, without decimals or minus, and above 0 where money is received, spent or paid. Give the amount.`,
  },
)
