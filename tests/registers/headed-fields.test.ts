import { describe, expect, it } from 'vitest'
import { headedFields, plainHead, tableAmount } from '@/lib/entry/headed-fields'
import { columnNames } from '@/lib/i18n/register-text'
import { registerColumns, ROW_FIELDS, type RegisterCode } from '@/lib/notice'

const names = Object.fromEntries(ROW_FIELDS.map((field) => [field, columnNames(field).map(plainHead)]))
const fieldsOf = (code: RegisterCode, heads: string) =>
  headedFields(heads.split(' | '), registerColumns(code), names)
    .map((field) => field ?? '-')
    .join(' ')

describe('the heads of a table as people write them', () => {
  it.each<[RegisterCode, string, string]>([
    [
      'smes_commercialised',
      '序号 | 中小企业名称 | 社会信用代码 | 高校/院所名称 | 转化专利号 | 备案日期 | 证明材料',
      '- name creditCode university patentNumber countedOn evidence',
    ],
    [
      'securitisation_products',
      '产品全称 | 发行时间 | 发行规模（亿元） | 入池专利数（件） | 交易场所',
      'name countedOn amount patentCount venue',
    ],
    ['navigation_projects', '导航项目名称 | 类别 | 立项时间', 'name projectType countedOn'],
    [
      'certified_entities',
      '贯标单位名称 | 信用代码 | 标准号 | 认证证书号 | 认证时间 | 证书生效日期 | 证书到期日期 | 认证机构',
      'name creditCode standard certificateNumber countedOn validFrom validTo -',
    ],
    [
      'custody_smes',
      '托管企业名称 | 统一社会信用代码 | 托管机构名称 | 协议签订日期',
      'name creditCode provider countedOn',
    ],
    ['regional_platform', '平台名称 | 统一社会信用代码（18位） | 上线日期', 'name creditCode countedOn'],
    [
      'operation_centres',
      '中心名称 | 统一社会信用代码 | 中心级别 | 所属产业 | 批准设立日期',
      'name creditCode level industry countedOn',
    ],
    ['regional_brands', '区域品牌 | 商标类型 | 认定日期', 'name brandKind countedOn'],
    [
      'model_universities',
      '学校名称 | 统一社会信用代码 | 类型 | 批准时间',
      'name creditCode schoolKind countedOn',
    ],
    [
      'service_providers',
      '服务机构名称 | 统一社会信用代码 | 业务范围 | 是否品牌机构 | 扶持日期',
      'name creditCode services serviceBrand countedOn',
    ],
    [
      'certified_entities',
      'Name of the company | USCC | Standard | Certificate number | Date of certification | Valid from | Valid until',
      'name creditCode standard certificateNumber countedOn validFrom validTo',
    ],
  ])('of %s: %s', (code, heads, fields) => {
    expect(fieldsOf(code, heads)).toBe(fields)
  })

  it.each([
    // One head known for sure and one more make no table; a line about the table itself is none.
    ['单位名称 | 填报日期', 'name -'],
    ['填报单位 | 填报日期', '- -'],
    ['统一社会信用代码 | 填报单位 | 联系电话', 'creditCode - -'],
    // Of two columns that end alike neither is taken.
    ['企业名称 | 统一社会信用代码 | 开业日期 | 变更日期', 'name creditCode - -'],
    ['甲方名称 | 乙方名称 | 统一社会信用代码 | 日期', '- - creditCode countedOn'],
  ])('nothing is guessed: %s', (heads, fields) => {
    expect(fieldsOf('custody_smes', heads)).toBe(fields)
  })

  it('an amount in a foreign currency is no amount of the register', () => {
    expect(fieldsOf('securitisation_products', '产品名称 | 发行日期 | 发行规模（万美元）')).toBe(
      'name countedOn -',
    )
  })
})

describe('an amount of a table', () => {
  it.each([
    ['2.5', '发行规模（亿元）', '25000', 'scaled'],
    ['25000', '发行金额(元)', '2.5', 'scaled'],
    ['1,234.56', '发行金额（万元）', '1,234.56', ''],
    ['3亿', '发行金额', '30000', 'scaled'],
    ['约3', '发行规模（亿元）', '约3', ''],
  ])('%s under %s is %s', (text, head, amount, did) => {
    const read = tableAmount(text, head)
    expect([read.text, read.did.map(({ code }) => code).join()]).toEqual([amount, did])
  })
})
