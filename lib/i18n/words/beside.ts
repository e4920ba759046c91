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
    plan: {
      title: '实施方案与结果',
      lead: '已批准方案中服务于各项结果的任务和中央资金，与该项结果的“实际÷要求”并列；支出走在结果前面最多的排在最前。一项任务服务几项结果的，各项都计入，不可相加。',
      none: '没有已批准的实施方案，或没有任务与数值结果相关联。',
      verdict: '评判',
      chart: '支出与成效（0–100%）',
      tasks: '任务完成/总数',
      doneOf: (done: string, tasks: string) => `${done}/${tasks}`,
      overdue: '逾期任务',
      central: '中央预算',
      spentYuan: '已支出',
      ahead: '支出走在前面',
    },
    talk: '未结的沟通',
    noTalk: '没有未结的提问。',
    moreTalk: (count: string) => `另有 ${count} 个，见各期报表。`,
    lastTurn: { asked: '等城市答复', answered: '已答复，等审核员', closed: '已结' },
    likes: {
      title: '在同批城市中的位置',
      lead: '同批（同年入选）城市“实际÷要求”的中间一半在哪里，不显示任何城市。少于 5 个城市、或中间一半彼此相同的，不显示；每次至少有 5 个城市变化才更新，界限取 5% 的整数倍。',
      none: '同批城市中本季已受理的不足 5 个，不显示。',
      lastTold: (quarter: string) => `查看${quarter}的位置`,
      result: '指标',
      band: '中间一半',
      own: '本市',
      place: { below: '低于中间一半', within: '在中间一半之内', above: '高于中间一半' },
      cities: '城市数',
      percents: (lower: string, upper: string, median: string) => `${lower}%–${upper}%，中位约 ${median}%`,
      picture: '图示',
      key: '▭ 中间一半（竖线为中位）；● 本市；虚线为要求的 100%。图从 0 到 200%。',
    },
    unaccepted: {
      show: '显示未受理数字',
      hide: '隐藏未受理数字',
      shown: (quarters: string) =>
        `${quarters}有已上报但未受理的数字，图中以斜纹方块或虚线柱、表中以“未受理”标出。评判不使用这些数字。`,
      hidden: (quarters: string) => `${quarters}有已上报但未受理的数字，没有显示。`,
      mark: '未受理',
      figure: (value: string) => `未受理 ${value}`,
      inFile: {
        shown: '未受理数字：显示。已上报但未受理的数字单列标出；评判只用已受理的数字。',
        hidden: '未受理数字：隐藏。只含已受理的数字；尚未受理的填报不在本文件中。',
      },
      column: { shown: '未受理数字（评判不使用）', hidden: '未受理数字（已隐藏）' },
      quarters: { shown: '含未受理数字的季度', hidden: '含未受理数字的季度（已隐藏）' },
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
    plan: {
      title: 'The plan beside the results',
      lead: 'Tasks of the approved plan that serve each result with their central money, beside “actual ÷ required” of it; where spending is furthest ahead comes first. A task that serves several results is in each of them, so rows do not add up.',
      none: 'No plan is approved, or no task serves a numeric result.',
      verdict: 'Verdict',
      chart: 'Spent and achieved (0–100%)',
      tasks: 'Tasks done',
      doneOf: (done, tasks) => `${done} of ${tasks}`,
      overdue: 'Overdue',
      central: 'Central budget',
      spentYuan: 'Spent',
      ahead: 'spending is ahead',
    },
    talk: 'Open conversations',
    noTalk: 'No question is open.',
    moreTalk: (count) => `${count} more, in the reports.`,
    lastTurn: { asked: 'waits for the city', answered: 'answered, waits for the reviewer', closed: 'closed' },
    likes: {
      title: 'Among the cities of the same year',
      lead: 'Where the middle half of the cities selected in the same year lies in “actual ÷ required”, without naming any. Not shown for fewer than five cities, nor where the middle half is all the same; told anew only once five of them have changed, in steps of 5%.',
      none: 'Fewer than five cities of the same year have this quarter accepted: nothing is shown.',
      lastTold: (quarter) => `See ${quarter}, the last that can be shown`,
      result: 'Result',
      band: 'Middle half',
      own: 'This city',
      place: {
        below: 'below the middle half',
        within: 'within the middle half',
        above: 'above the middle half',
      },
      cities: 'Cities',
      percents: (lower, upper, median) => `${lower}%–${upper}%, median about ${median}%`,
      picture: 'Picture',
      key: '▭ middle half (its line: the median); ● this city; dashed: 100% of what is required. From 0 to 200%.',
    },
    unaccepted: {
      show: 'Show figures not accepted',
      hide: 'Hide figures not accepted',
      shown: (quarters) =>
        `Of ${quarters} there are figures that are submitted and not accepted: hatched squares or dashed bars in charts, “Not accepted” in tables. No verdict uses them.`,
      hidden: (quarters) =>
        `Of ${quarters} there are figures that are submitted and not accepted; they are not shown.`,
      mark: 'Not accepted',
      figure: (value) => `not accepted: ${value}`,
      inFile: {
        shown:
          'Figures not accepted: shown. What is submitted and not accepted is marked in a column of its own; no verdict uses it.',
        hidden:
          'Figures not accepted: hidden. Accepted figures only; what is submitted and not accepted is not in this file.',
      },
      column: { shown: 'Not accepted (no verdict uses it)', hidden: 'Not accepted (hidden)' },
      quarters: {
        shown: 'Quarters with figures not accepted',
        hidden: 'Quarters with figures not accepted (hidden)',
      },
    },
  },
)
