import { bilingual } from '../bilingual'

/** The burden meter: what a report costs the people who fill it in. */
export const burden = bilingual(
  {
    title: '填报负担',
    term: '填报负担',
    time: (minutes: string) => `填报用时 ${minutes} 分钟`,
    noTime: '填报用时未测得',
    items: (asked: string, reused: string) => `应填 ${asked} 项，其中 ${reused} 项无需录入`,
    last: (period: string) => `${period}报表`,
    lead: '各城市已上报的报表合计；用时只计测得的报表。含义见“帮助”。',
    none: '还没有上报的报表。',
    period: '填报期',
    reports: '报表（测得用时）',
    of: (reports: string, measured: string) => `${reports}（${measured}）`,
    median: '用时中位数（分钟）',
    total: '用时合计（分钟）',
    reused: '无需录入 / 应填（项）',
    share: (reused: string, asked: string) => `${reused} / ${asked}`,
  },
  {
    title: 'Burden of reporting',
    term: 'Burden',
    time: (minutes) => `${minutes} minutes on the form`,
    noTime: 'time on the form not measured',
    items: (asked, reused) => `${asked} items asked, ${reused} of them without typing`,
    last: (period) => `Report for ${period}`,
    lead: 'Submitted reports of all cities together; times are of reports whose time is known. “Help” says what is meant.',
    none: 'No report is submitted yet.',
    period: 'Period',
    reports: 'Reports (time known)',
    of: (reports, measured) => `${reports} (${measured})`,
    median: 'Median (minutes)',
    total: 'Total (minutes)',
    reused: 'Without typing / asked (items)',
    share: (reused, asked) => `${reused} / ${asked}`,
  },
)
