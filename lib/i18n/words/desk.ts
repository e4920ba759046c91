import { bilingual } from '../bilingual'

/** The city desk: its reports, the page of one report, own targets and the base year. */
export const desk = bilingual(
  {
    title: '填报',
    span: (base: string, first: string, last: string) => `基年 ${base}，考核 ${first}—${last} 年`,
    baseYear: '基年与考核期',
    nothing: '现在没有需要办理的报表。',
    nothingNext: '下一期开放后会显示在这里。',
    opens: (period: string, when: string) => `${period}报表 ${when} 开放。`,
    reportOf: (period: string) => `${period}报表`,
    baseReport: (year: string) => `基年（${year}年）数据`,
    baseLead: '年均增幅以基年数为起点。基年数一经受理，各期报表自动提取，不再填写。',
    baseMissing: '基年数尚未受理，各项年均增幅暂时无法计算。请先填报。',
    due: '应报截止',
    lateAfter: '此后算逾期',
    locked: '锁定',
    lockedNever: '不锁定',
    completeness: '完成度',
    toExplain: '待说明',
    notes: (count: string) => `${count} 处提示`,
    answered: (answered: string, asked: string) => `已填 ${answered} / ${asked} 项`,
    days: {
      left: (days: string) => `还剩 ${days} 天`,
      today: '今天截止',
      over: (days: string) => `已逾期 ${days} 天`,
    },
    next: {
      begin: '开始填报',
      continue: '继续填报',
      correct: '更正退回的内容',
      check: '全审',
      certify: '核对并签审',
      submit: '上报',
      awaitOfficer: '等待填报员填完',
      awaitCertifier: '等待签审人签审',
      awaitReview: '等待审核',
      done: '已受理',
      notOpen: '尚未开放',
      locked: '已锁定',
    },
    view: '查看报表',
    returned: {
      row: (register: string, name: string) => `${register}台账：${name}`,
      title: (period: string) => `${period}报表被退回`,
      by: (who: string, role: string, when: string) => `${role}${who}于 ${when} 退回`,
      whole: '全部内容均可更正。',
      noLock: '更正退回的内容不受锁定限制',
      figures: (count: number) => `退回 ${count} 项，其余各项保持原样：`,
    },
    lockedOut: {
      title: '未上报且已锁定',
      text: (periods: string) => `${periods}未上报，填报期已锁定，不能再填。如需补报，请申请延期。`,
    },
    past: {
      title: '已上报的报表',
      label: '已上报的报表一览',
      empty: '还没有上报过报表。',
      period: '期间',
      status: '状态',
      version: '版本',
      answered: '已填',
      submitted: '上报时间',
      accepted: '受理时间',
      deeds: '操作',
      receipt: '回执',
      viewOf: (period: string) => `查看${period}报表`,
      receiptOf: (period: string) => `${period}报表回执`,
    },
    report: {
      readOnly: {
        certifier: '您是签审人，可以核对，不能修改。填报员填完后，请在“全审”页签审。',
        reader: '您可以查看，不能修改。',
        notOpen: (when: string) => `本期 ${when} 开放填报，现在只能查看。`,
        locked: (when: string) => `本期已于 ${when} 锁定，不能再修改。如需补报，请申请延期。`,
        certified: (who: string, when: string) =>
          `${who}已于 ${when} 签审，内容不能修改。下一步是上报；确需修改的，先在“全审”页撤回签审并说明理由。`,
        submitted: (when: string) =>
          `已于 ${when} 上报，等待审核，期间不能修改。审核员办理之前，可以在“全审”页撤回。`,
        forwarded: '省级已审核通过，等待国家受理。现在不能修改；被退回的，可以更正后重报。',
        accepted: (when: string) =>
          `已于 ${when} 受理，作为考核依据。受理后的数字只能按更正程序修改，原数保留。`,
      },
      unsaved: (count: number) => `这台电脑上还有 ${count} 项没有保存，打开报表即可继续。`,
      toCheck: '全审',
      toReceipt: '回执',
    },
    overdue: {
      title: '逾期未取得的数据',
      lead: '报表里写明了预计日期、现在已经过期的数。请向提供单位催问。',
      since: (day: string) => `应于 ${day} 取得`,
    },
    about: {
      what: {
        quarterFlow: '填本季度新发生的数，不是累计数，也不是余额。',
        cumulativeDistinct: '自考核期开始累计、去重计数，由台账得出，不直接填数。',
        officialAnnual: '以统计部门年度核算为准；每季度用文字说明进展与数据来源。',
        status: '用文字说明建设进展。',
        narrative: '用文字说明进展，附可核实的事实。',
      },
      unit: (unit: string) => `计量单位：${unit}。`,
      source: '通常的数据来源',
      readings: '解读（逐条编号，依据见“通知”页）：',
    },
  },
  {
    title: 'Report',
    span: (base, first, last) => `base year ${base}, judged ${first}–${last}`,
    baseYear: 'Base year and span',
    nothing: 'No report needs you now.',
    nothingNext: 'The next one appears here when it opens.',
    opens: (period, when) => `The report for ${period} opens ${when}.`,
    reportOf: (period) => `Report for ${period}`,
    baseReport: (year) => `Base year ${year}`,
    baseLead:
      'Growth is reckoned from the base year. Once accepted, its figures are drawn from here and never typed again.',
    baseMissing: 'The base year is not accepted yet, so no growth can be computed. Report it first.',
    due: 'Due',
    lateAfter: 'Late from then on',
    locked: 'Locked after',
    lockedNever: 'not locked',
    completeness: 'Complete',
    toExplain: 'To be explained',
    notes: (count) => (count === '1' ? '1 note' : `${count} notes`),
    answered: (answered, asked) => `${answered} of ${asked} answered`,
    days: {
      left: (days) => (days === '1' ? '1 day left' : `${days} days left`),
      today: 'due today',
      over: (days) => (days === '1' ? '1 day late' : `${days} days late`),
    },
    next: {
      begin: 'Begin',
      continue: 'Continue',
      correct: 'Correct what was returned',
      check: 'Check all',
      certify: 'Check and certify',
      submit: 'Submit',
      awaitOfficer: 'Waiting for the officer to finish',
      awaitCertifier: 'Waiting for the certifier',
      awaitReview: 'Under review',
      done: 'Accepted',
      notOpen: 'Not open yet',
      locked: 'Locked',
    },
    view: 'View the report',
    returned: {
      row: (register, name) => `${register}, row: ${name}`,
      title: (period) => `The report for ${period} was returned`,
      by: (who, role, when) => `by ${role} ${who}, ${when}`,
      whole: 'Everything in it can be corrected.',
      noLock: 'corrections are not locked out',
      figures: (count) =>
        count === 1
          ? '1 item was returned, the rest stays:'
          : `${count} items were returned, the rest stays:`,
    },
    lockedOut: {
      title: 'Never submitted, and locked',
      text: (periods) => `${periods}: never submitted and now locked. To report late, ask for more time.`,
    },
    past: {
      title: 'Submitted reports',
      label: 'Submitted reports',
      empty: 'No report has been submitted yet.',
      period: 'Period',
      status: 'State',
      version: 'Version',
      answered: 'Answered',
      submitted: 'Submitted',
      accepted: 'Accepted',
      deeds: 'Deeds',
      receipt: 'Receipt',
      viewOf: (period) => `View the report for ${period}`,
      receiptOf: (period) => `Receipt for ${period}`,
    },
    report: {
      readOnly: {
        certifier:
          'You certify: you can read this and not change it. When the officer has finished, certify on the check page.',
        reader: 'You can read this and not change it.',
        notOpen: (when) => `This period opens ${when}. Until then it can only be looked at.`,
        locked: (when) =>
          `This period was locked ${when} and cannot be changed. To report late, ask for more time.`,
        certified: (who, when) =>
          `Certified by ${who}, ${when}; it cannot be changed. The next step is to submit. To change something, first take the certification back on the check page, with a reason.`,
        submitted: (when) =>
          `Submitted ${when} and to be reviewed. It cannot be changed meanwhile; until a reviewer acts it can be withdrawn, on the check page.`,
        forwarded:
          'Passed by the province and waiting to be accepted. It cannot be changed; what is returned can be corrected.',
        accepted: (when) =>
          `Accepted ${when}; judged by these figures. They change only through a restatement, and the old ones are kept.`,
      },
      unsaved: (count) =>
        count === 1
          ? '1 item on this computer is not saved; open the report to go on.'
          : `${count} items on this computer are not saved; open the report to go on.`,
      toCheck: 'Check all',
      toReceipt: 'Receipt',
    },
    overdue: {
      title: 'Figures overdue',
      lead: 'Figures that were expected by a day that has passed. Ask the offices that supply them.',
      since: (day) => `expected on ${day}`,
    },
    about: {
      what: {
        quarterFlow: 'Enter what is new in this quarter: neither a cumulative number nor a balance.',
        cumulativeDistinct:
          'Counted since the start, each once, from the rows of its register; never typed as a number.',
        officialAnnual:
          'The yearly account of the statistics office decides; say each quarter how it goes and where figures come from.',
        status: 'Say how the building of it goes.',
        narrative: 'Say how it goes, with facts that can be checked.',
      },
      unit: (unit) => `Unit: ${unit}.`,
      source: 'Usual source',
      readings: 'Readings, numbered, with their grounds on the page of the notice:',
    },
  },
)
