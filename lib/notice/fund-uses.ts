/** What the central money may be paid out as (支持方式), from press reports of the notice: our copy ends before it. */
export const fundForms = [
  { code: 'subsidy', zh: '财政补助', en: 'subsidy' },
  { code: 'reward', zh: '以奖代补', en: 'reward in place of subsidy' },
  { code: 'equity', zh: '股权投资', en: 'equity investment' },
  { code: 'procurement', zh: '政府购买服务', en: 'government procurement of services' },
] as const

export type FundForm = (typeof fundForms)[number]['code']

/** What it must not be used for, and the words by which a purpose is known to be that. The database knows the same words. */
export const forbiddenUses = [
  {
    code: 'demolition',
    zh: '征地拆迁',
    en: 'land acquisition and demolition',
    words: ['征地', '拆迁', '征收补偿'],
  },
  {
    code: 'running',
    zh: '人员经费等经常性开支',
    en: 'staff and other running costs',
    words: ['人员经费', '工资', '奖金', '津贴', '社保', '公用经费', '经常性', '水电费', '物业费'],
  },
  {
    code: 'working',
    zh: '工作经费',
    en: 'working funds of the authorities',
    words: ['工作经费', '办公经费', '差旅', '接待', '公务用车'],
  },
] as const

const ANY = forbiddenUses.flatMap(({ words }) => words).join('|')

/**
 * Where a purpose says that it does not contain forbidden uses, in one breath: 不含征地、拆迁费用. Only a word of denial directly
 * before counts, and none that is itself denied. The database has the same expression.
 */
export const negatedUse = new RegExp(
  `(?<![非是无没])(?:不含|不包括|不包含|不涉及|不用于|不得用于|未用于|不支付|不列支)(?:任何)?(?:${ANY})(?:费用|费|支出|开支|补偿)?` +
    `(?:(?:、|,|和|及|与|或|以及)(?:${ANY})(?:费用|费|支出|开支|补偿)?)*`,
  'g',
)

export type ForbiddenUse = (typeof forbiddenUses)[number]

/** Where both rules come from. The number of the second document was never seen in an official text. */
export const fundRules = {
  forms: {
    zh: '财办建〔2020〕40号支持方式（据公开报道，本平台的通知文本没有此段）',
    en: '财办建〔2020〕40号, forms of support (from press reports; our copy ends before it)',
  },
  uses: {
    zh: '《服务业发展资金管理办法》（文号未经核实）',
    en: 'Measures for the Funds for the Development of Services (number not verified)',
  },
} as const
