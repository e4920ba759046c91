import { bilingual } from '../bilingual'

type Particulars = Readonly<Record<string, string>>

const of = (detail: Particulars, name: string): string => detail[name] ?? ''

/** Refusals in evaluations. `what` of evaluationOpen names what is open by a code. */
const openZh: Particulars = {
  results: '有的指标还没有得分',
  readings: '两位专家的独立评阅尚未齐全，或分歧尚未裁定',
  statement: '城市自评尚未签审，而填报期还没有结束',
}
const openEn: Particulars = {
  results: 'a result has no score yet',
  readings: 'the two readings are not both in, or a difference is not settled',
  statement: 'the city has not signed its statement, and its days are not over',
}

export const evaluationRefusals = bilingual(
  {
    roundTitleMissing: () => '没有填写评价轮次的名称。请填写，例如“2022年中期绩效评价”。',
    nobodyChosen: () => '没有选择城市。请至少勾选一个城市。',
    evaluationSealed: () => '这一版评价已双人签封，不能再改动。确有需要，请由国家级审核员说明理由另开新版。',
    evaluationUnsealed: () => '上一版评价还没有签封，不能另开新版。请先完成签封。',
    evaluationClosed: (d: Particulars) =>
      `本轮自评的填报期为 ${of(d, 'from')} 至 ${of(d, 'to')}，现在不能填写或签审。请与组织评价的部门联系。`,
    evaluationOpen: (d: Particulars) =>
      `还不能签字：${openZh[of(d, 'what')] ?? '评价尚未完成'}。完成后再签。`,
    evaluationChanged: () => '评价的事实或得分已与页面显示的不同，没有签字。请刷新页面，核对后再签。',
    sealSame: () => '同一人不能签两次。请由另一位国家级审核员作第二签字。',
    assessorUnknown: () => '没有这位评价专家，或其委派已经结束。请刷新页面后再选择。',
    assessorTaken: () => '这一职责在所选日期内已委派给另一位专家。请先结束该委派，或另选日期。',
    assessorOtherDuty: () => '这位专家在本城市本轮评价中已有其他职责，一人只能担任一职。请另选专家。',
    dutyOther: () => '这不是您今天在这个城市承担的职责，没有保存。请查看您的委派。',
    statementEmpty: () => '自评的三部分（完成情况、偏差与原因、下一步措施）都要填写。请补全。',
    statementChanged: () => '自评已有更新的文本，与页面显示的不同。请刷新页面，核对后再办理。',
    statementSigned: () => '自评已经签审，不能再改。',
    statementOwn: () => '自评须由没有参与撰写的人签审。请本市另一位签审人签审。',
    markWrong: (d: Particulars) =>
      `“${of(d, 'indicator')}”没有选择评分等级：应为 0、25、50、75、100 之一。请选择。`,
    readingReasonMissing: (d: Particulars) =>
      `“${of(d, 'indicator')}”选了等级，没有写理由。每个等级都须写明理由，没有保存。请补写。`,
    readingChanged: (d: Particulars) =>
      `“${of(d, 'indicator')}”在别的窗口已于 ${of(d, 'at')} 存为 ${of(d, 'mark')}（理由：${of(d, 'reason')}），与本页显示的不同。这里写的没有保存，也没有丢失。要以这里写的为准，请再按一次；要保留那边的，请刷新页面并放弃这里的。`,
    readingsLacking: (d: Particulars) =>
      `还有 ${of(d, 'count')} 项没有评阅（例如“${of(d, 'indicator')}”），不能交卷。请全部评阅后再交。`,
    readingsHandedIn: () => '您已交卷，评阅不能再改。分歧由组长裁定。',
    readingsOpen: () => '两位专家尚未都交卷，不能裁定。请等待双方交卷。',
    nothingToSettle: (d: Particulars) => `“${of(d, 'indicator')}”的两份评阅没有分歧，不需要裁定。`,
    overrideWrong: (d: Particulars) =>
      `完成比例“${of(d, 'got')}”不对：应为 0 至 100 的百分数，最多两位小数。请改正；留空表示恢复规则算出的比例。`,
    seedMissing: () => '没有填写随机种子。请填写现场抽取的号码或文字，任何人可据此重抽。',
    sampleWrong: (d: Particulars) =>
      `抽样数量“${of(d, 'got')}”不对：应为 1 至 ${of(d, 'limit')} 的整数。请改正。`,
    sampleEmpty: () => '截至评价季度没有已受理的台账行或佐证材料，无从抽样。',
    sampleUnconfirmed: () => '还没有抽取：请核对种子和条数，勾选确认后再抽取。抽后不能重抽。',
    sampleDrawn: () => '这一版评价已经抽过样。每版只抽一次，不能重抽到满意为止。',
    visitIncomplete: () => '走访记录的地点、会见人员和记录都要填写，没有保存。请补全。',
    visitChanged: () =>
      '这条走访记录已有更新的文本，或不是您写的，没有保存。只能在自己最新的记录上更正：请记下您填写的内容，刷新页面后再改。',
    photoKind: (d: Particulars) =>
      `“${of(d, 'name')}”不是照片，没有保存。走访照片应为 PNG、JPEG、WebP、TIFF 或 HEIC 图片；类型按内容判断。请移除后再保存。`,
  },
  {
    roundTitleMissing: () => 'The round has no title. Give one, such as “mid-term evaluation 2022”.',
    nobodyChosen: () => 'No city was chosen. Tick at least one.',
    evaluationSealed: () =>
      'This version is sealed by two people and does not change. If need be a national reviewer opens a new one, saying why.',
    evaluationUnsealed: () =>
      'The last version is not sealed, so no other can be opened. Have it sealed first.',
    evaluationClosed: (d) =>
      `Statements of this round are written from ${of(d, 'from')} to ${of(d, 'to')}; nothing can be written or signed now. Ask whoever runs the round.`,
    evaluationOpen: (d) =>
      `It cannot be signed yet: ${openEn[of(d, 'what')] ?? 'the evaluation is not complete'}. Sign once that is done.`,
    evaluationChanged: () =>
      'Facts or scores are no longer those shown, and nothing was signed. Reload the page and look again.',
    sealSame: () => 'One person does not sign twice. Another national reviewer gives the second signature.',
    assessorUnknown: () =>
      'There is no such assessor, or the assignment has ended. Reload the page and choose again.',
    assessorTaken: () =>
      'Another assessor has this duty in these days. End that assignment first, or choose other days.',
    assessorOtherDuty: () =>
      'This assessor has another duty in this city and round; one person has one. Choose somebody else.',
    dutyOther: () =>
      'That is not what you are assigned to do in this city today; nothing was saved. See your assignments.',
    statementEmpty: () =>
      'All three parts of the statement (what was achieved, deviations and causes, next steps) are needed. Complete them.',
    statementChanged: () => 'There is a later wording than the one shown. Reload the page and look again.',
    statementSigned: () => 'The statement is signed and does not change any more.',
    statementOwn: () =>
      'A statement is signed by somebody who wrote none of it. Ask another certifier of your city.',
    markWrong: (d) => `No mark was chosen for ‘${of(d, 'indicator')}’: 0, 25, 50, 75 or 100. Choose one.`,
    readingReasonMissing: (d) =>
      `‘${of(d, 'indicator')}’ has a mark without a reason; nothing was saved. Each mark needs its reason: write one.`,
    readingChanged: (d) =>
      `‘${of(d, 'indicator')}’ was saved in another window at ${of(d, 'at')} as ${of(d, 'mark')} (reason: ${of(d, 'reason')}), which is not what this page showed. What you wrote here was not saved, and not lost. Press again to put it in place of the other; to keep the other, reload the page and discard this.`,
    readingsLacking: (d) =>
      `${of(d, 'count')} results are not read yet (such as ‘${of(d, 'indicator')}’), so nothing was handed in. Read all of them first.`,
    readingsHandedIn: () =>
      'You have handed in; your readings do not change any more. The lead settles differences.',
    readingsOpen: () => 'The two readers have not both handed in, so nothing can be settled. Wait for both.',
    nothingToSettle: (d) =>
      `Both readings of ‘${of(d, 'indicator')}’ say the same; there is nothing to settle.`,
    overrideWrong: (d) =>
      `‘${of(d, 'got')}’ is no share: per cent from 0 to 100 with at most two decimals. Correct it; leave it blank to go by the rules again.`,
    seedMissing: () =>
      'The seed is missing. Give a number or text drawn on the spot, by which anybody can draw again.',
    sampleWrong: (d) =>
      `‘${of(d, 'got')}’ cannot be drawn: a whole number from 1 to ${of(d, 'limit')}. Correct it.`,
    sampleEmpty: () =>
      'There are no accepted rows or files up to the quarter judged, so there is nothing to draw from.',
    sampleUnconfirmed: () =>
      'Nothing was drawn yet: check seed and number, tick the confirmation, then draw. It cannot be drawn again.',
    sampleDrawn: () => 'A sample was drawn for this version. It is drawn once, and not until it suits.',
    visitIncomplete: () =>
      'Place, people met and note are all needed; nothing was saved. Fill in what is missing.',
    visitChanged: () =>
      'This visit has a later wording, or is not yours; nothing was saved. Only your own latest wording can be corrected: note down what you typed, reload the page and change it there.',
    photoKind: (d) =>
      `‘${of(d, 'name')}’ is no picture; nothing was saved. Photographs are PNG, JPEG, WebP, TIFF or HEIC, by their content. Take it out and save again.`,
  },
)
