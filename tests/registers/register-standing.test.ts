import { describe, expect, it } from 'vitest'
import { registerStanding, type EarlierEntity, type StandingRow } from '@/lib/rules/register-standing'

const row = (id: string, name: string, creditCode: string | null = null): StandingRow => ({
  id,
  name,
  creditCode,
})
const earlier = (period: EarlierEntity['period'], name: string, creditCode: string | null = null) => ({
  period,
  name,
  creditCode,
})

describe('what a register amounts to', () => {
  it('is cumulative and distinct: what an earlier quarter counted is not counted again', () => {
    const standing = registerStanding(
      [row('1', '甲', 'A'), row('2', '乙', 'B')],
      [earlier('2021Q2', '甲', 'A'), earlier('2021Q1', '甲', 'A'), earlier('2021Q1', '丙', 'C')],
    )
    expect(standing).toMatchObject({ total: 3, fresh: 1 })
    expect(standing.rows['1']).toEqual({ counts: 'earlier', since: '2021Q1', likeness: null })
    expect(standing.rows['2']).toEqual({ counts: 'new', since: null, likeness: null })
  })

  it('counts the row entered first, and says of the other that it repeats it', () => {
    const standing = registerStanding([row('2', '甲', 'A'), row('1', '甲', 'A')], [])
    expect(standing).toMatchObject({ total: 1, fresh: 1 })
    expect(standing.rows['1']?.counts).toBe('new')
    expect(standing.rows['2']?.counts).toBe('repeat')
  })

  it('compares what has no code by its name, as a person would', () => {
    const standing = registerStanding([row('1', '青岚 一期 ABS')], [earlier('2020Q4', '青岚一期ａｂｓ')])
    expect(standing).toMatchObject({ total: 1, fresh: 0 })
  })

  it('points out the same code under another name, and the same name with another code', () => {
    const standing = registerStanding(
      [row('1', '甲集团', 'A'), row('2', '乙', 'X'), row('3', '丙', 'Y'), row('4', '丙', null)],
      [earlier('2021Q1', '甲', 'A'), earlier('2020Q1', '乙', 'B')],
    )
    expect(standing.rows['1']?.likeness).toEqual({ code: 'otherName', name: '甲', period: '2021Q1' })
    expect(standing.rows['2']).toEqual({
      counts: 'new',
      since: null,
      likeness: { code: 'otherCode', creditCode: 'B', period: '2020Q1' },
    })
    expect(standing.rows['4']?.likeness).toEqual({ code: 'otherCode', creditCode: 'Y', period: null })
    expect(standing.total).toBe(5)
  })

  it('of nothing is nothing', () => {
    expect(registerStanding([], [])).toEqual({ total: 0, fresh: 0, rows: {} })
  })
})
