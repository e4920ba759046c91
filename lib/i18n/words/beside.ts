import { bilingual } from '../bilingual'

/** What stands beside the results on a city's page. */
export const beside = bilingual(
  {
    multiples: '十一项走势',
    multiplesLead:
      '实线为实际，虚线为序时要求，点线为自定目标，斜纹方块为未受理；各图各有尺度，逐季数字在该项详情的表里。',
    multiple: (actual: string, required: string, unit: string) =>
      `实际 ${actual} · 要求 ${required}（${unit}）`,
    nothingDrawn: '还没有已受理的数字',
    history: '评判历史',
    historyLead:
      '每季报表受理时出具的评判，连同报表版本和规则版本；更正后另行出具的列在原评判之下，原评判不改。',
    noHistory: '还没有出具过评判。首份季度报表受理后，这里逐季列出。',
    result: '指标',
    issued: (day: string, version: string, rules: string) => `${day} · 第${version}版 · 规则 ${rules}`,
    restated: (seq: string) => `第${seq}号更正`,
    restatedBy: (day: string, rules: string) => `${day} · 规则 ${rules}`,
    onTarget: '自定',
    toFunds: '资金收支与偏差说明',
    talk: '未结的沟通',
    noTalk: '没有未结的提问。',
    moreTalk: (count: string) => `另有 ${count} 个，见各期报表。`,
    lastTurn: { asked: '等城市答复', answered: '已答复，等审核员', closed: '已结' },
    unaccepted: {
      show: '显示未受理数字',
      hide: '隐藏未受理数字',
      shown: (quarters: string) =>
        `${quarters}有已上报但未受理的数字，图中用斜纹方块标出，注明“未受理”。评判不使用这些数字。`,
      hidden: (quarters: string) => `${quarters}有已上报但未受理的数字，没有显示。`,
      mark: '未受理',
    },
  },
  {
    multiples: 'Eleven paths',
    multiplesLead:
      'Solid: actual; dashed: required to date; dotted: own target; hatched squares: not accepted. Each has its own scale; the numbers by quarter stand in the table of its detail.',
    multiple: (actual, required, unit) => `actual ${actual} · required ${required} (${unit})`,
    nothingDrawn: 'No figure is accepted yet',
    history: 'History of verdicts',
    historyLead:
      'The verdicts issued as each quarter’s report was accepted, with the version of the report and of the rules. What a restatement brought stands under what it replaced, which stays as it was.',
    noHistory:
      'No verdict has been issued yet. They are listed here quarter by quarter once a report is accepted.',
    result: 'Result',
    issued: (day, version, rules) => `${day} · version ${version} · rules ${rules}`,
    restated: (seq) => `restatement no. ${seq}`,
    restatedBy: (day, rules) => `${day} · rules ${rules}`,
    onTarget: 'own',
    toFunds: 'Money received and spent, and what was said of it',
    talk: 'Open conversations',
    noTalk: 'No question is open.',
    moreTalk: (count) => `${count} more, in the reports.`,
    lastTurn: { asked: 'waits for the city', answered: 'answered, waits for the reviewer', closed: 'closed' },
    unaccepted: {
      show: 'Show figures not accepted',
      hide: 'Hide figures not accepted',
      shown: (quarters) =>
        `Of ${quarters} there are figures that are submitted and not accepted: hatched squares in the charts, “Not accepted”. No verdict uses them.`,
      hidden: (quarters) =>
        `Of ${quarters} there are figures that are submitted and not accepted; they are not shown.`,
      mark: 'Not accepted',
    },
  },
)
