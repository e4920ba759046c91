import { describe, expect, it } from 'vitest'
import { clause, indicators, indicator, numericIndicators, passageOf } from '@/lib/notice'

describe('the passage that fixes a floor', () => {
  it.each(numericIndicators)('$code: is part of its clause, which it leaves whole', (subject) => {
    const passage = passageOf(subject)
    expect(passage && passage.before + passage.floor + passage.after).toBe(clause(subject.clause).zh)
  })

  it.each([
    ['transfers_licenses', '知识产权转让、许可数量年均增幅20%以上'],
    ['pledge_projects', '知识产权质押融资金额和项目数年均增幅30%以上'],
    ['smes_commercialised', '支持100家以上中小企业成功转化高校院所专利技术'],
    ['securitisation_products', '推动发行知识产权证券化产品1单以上'],
    ['custody_smes', '专业知识产权托管服务累计覆盖中小企业1000家以上'],
    ['regional_platform', '建设1家区域性知识产权运营服务平台'],
    ['operation_centres', '培育3家以上产业知识产权运营中心'],
  ] as const)('of %s reads %s', (code, words) => {
    expect(passageOf(indicator(code))?.floor).toBe(words)
  })

  it('is none where people judge', () => {
    for (const each of indicators) if (each.kind === 'qualitative') expect(passageOf(each)).toBeNull()
  })
})
