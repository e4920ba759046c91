/** What the central money may be paid out as (支持方式), from press reports of the notice: our copy ends before it. */
export const fundForms = [
  { code: 'subsidy', zh: '财政补助', en: 'subsidy' },
  { code: 'reward', zh: '以奖代补', en: 'reward in place of subsidy' },
  { code: 'equity', zh: '股权投资', en: 'equity investment' },
  { code: 'procurement', zh: '政府购买服务', en: 'government procurement of services' },
] as const

export type FundForm = (typeof fundForms)[number]['code']

/**
 * What it must not be used for, and the words by which a purpose is known to be that, in whatever case and spacing. The
 * database knows the same words.
 */
export const forbiddenUses = [
  {
    code: 'demolition',
    zh: '征地拆迁',
    en: 'land acquisition and demolition',
    words: [
      '征地',
      '拆迁',
      '征收补偿',
      '征迁',
      '土地征收',
      '房屋征收',
      'demolition',
      'land acquisition',
      'resettlement',
    ],
  },
  {
    code: 'running',
    zh: '人员经费等经常性开支',
    en: 'staff and other running costs',
    words: [
      ...['人员经费', '工资', '薪酬', '奖金', '津贴', '社保', '社会保险', '公积金'],
      ...['公用经费', '经常性', '水电费', '物业费'],
      ...[
        'staff costs',
        'personnel costs',
        'salary',
        'salaries',
        'wages',
        'bonuses',
        'social insurance',
        'running costs',
      ],
    ],
  },
  {
    code: 'working',
    zh: '工作经费',
    en: 'working funds of the authorities',
    words: [
      ...['工作经费', '办公经费', '办公费', '差旅', '接待', '招待费', '公务用车'],
      ...['working funds', 'office expenses', 'travel expenses', 'official vehicles'],
    ],
  },
] as const

/** A word or a purpose as it is looked at: without spaces, width or case. */
export const plainUse = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const ANY = forbiddenUses.flatMap(({ words }) => words.map(plainUse)).join('|')
const NAMED = `(?:${ANY})(?:费用|费|支出|开支|补偿)?`

/**
 * Where a purpose says that it does not contain forbidden uses, in one breath: 不含征地、拆迁费用. Only a word of denial directly
 * before counts, and none that is itself denied. The database has the same expression.
 */
export const negatedUse = new RegExp(
  `(?<![非是无没]|not)(?:不含|不包括|不包含|不涉及|不用于|不得用于|未用于|不支付|不列支|excluding|without|notfor)(?:任何|any)?${NAMED}` +
    `(?:(?:、|,|和|及|与|或|以及|and|or)${NAMED})*`,
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
