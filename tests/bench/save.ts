import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { indicators } from '@/lib/notice'
import { saveCells } from '@/lib/reporting/save-cells'
import { PERIOD, withDatabase } from './bench-database'
import { atLeast, atMost, type Goal } from './goal'
import { median } from './median'
import { RawSaver } from './raw-save'

const SAVERS = 300
const BARE = 10

/**
 * The promises of speed on saving: one quarter (all cells, version check, history, audit, summary row) against a bare
 * transaction that writes the same rows as the same role, on the embedded database with all its safety after a crash.
 */
export async function benchSave(say: (line: string) => void): Promise<readonly Goal[]> {
  return withDatabase(SAVERS + BARE, async (officers, appUrl) => {
    const raw = await RawSaver.open(appUrl, PERIOD, BARE)
    try {
      return await measure(say, officers, raw)
    } finally {
      await raw.close()
    }
  })
}

const versions = new Map<string, number>()

/** Saves every cell of an officer's quarter, each changed; counts stay what they are after the first time. */
async function save(officer: Actor): Promise<void> {
  const version = versions.get(officer.login) ?? 0
  const edits = indicators.map(({ code, kind }) => ({
    indicator: code,
    part: '',
    baseVersion: version,
    ...(kind === 'qualitative'
      ? { state: 'narrative' as const, text: `narrative ${version}` }
      : kind === 'count'
        ? {
            state: 'notYetAvailable' as const,
            text: '',
            reason: `round ${version}`,
            expectedOn: '2022-12-01',
          }
        : { state: 'figure' as const, text: String(1000 + version) }),
  }))
  const permit = authorize(officer, 'report.prepare', officer.city ?? '')
  const { outcomes } = await saveCells(permit, PERIOD, edits)
  const kept = outcomes.filter(({ outcome }) => outcome === 'saved').length
  if (kept !== indicators.length) throw new Error(`${kept} of ${indicators.length} cells were saved`)
  versions.set(officer.login, version + 1)
}

const ROUNDS = 60

async function measure(
  say: (line: string) => void,
  officers: readonly Actor[],
  raw: RawSaver,
): Promise<readonly Goal[]> {
  const [crowd, bareOnes] = [officers.slice(0, SAVERS), officers.slice(SAVERS)]
  const [[first], [bareFirst]] = [crowd, bareOnes]
  if (first === undefined || bareFirst === undefined) throw new Error('no officer')
  // The first save of a report begins it; afterwards both write the same rows.
  for (const officer of [...crowd.slice(0, 10), ...bareOnes]) await save(officer)
  const [own, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await timeOf(() => raw.save(0, bareFirst)))
    own.push(await timeOf(() => save(first)))
  }
  const one = { own: median(own), bare: median(bare) }

  const rate = { own: 0, bare: 0 }
  for (let round = 0; round < 5; round++) {
    const inTurn = (ten: readonly Actor[], deed: (officer: Actor, i: number) => Promise<void>) =>
      Promise.all(
        ten.map(async (officer, i) => {
          for (let turn = 0; turn < 12; turn++) await deed(officer, i)
        }),
      )
    rate.bare = Math.max(
      rate.bare,
      120_000 / (await timeOf(() => inTurn(bareOnes, (officer, i) => raw.save(i, officer)))),
    )
    rate.own = Math.max(
      rate.own,
      120_000 / (await timeOf(() => inTurn(crowd.slice(0, BARE), (officer) => save(officer)))),
    )
  }

  let failed = 0
  const rush = await timeOf(() =>
    Promise.all(
      crowd.map((officer) =>
        save(officer).catch((error: unknown) => {
          failed++
          say(`  ${error instanceof Error ? error.message : String(error)}`)
        }),
      ),
    ),
  )

  say(`one quarter of ${indicators.length} cells, saved with version check, history, audit and summary:`)
  say(
    `  one client            ${one.own.toFixed(1)} ms, bare ${one.bare.toFixed(1)} ms (medians of ${ROUNDS})`,
  )
  say(`  ten clients           ${rate.own.toFixed(0)} a second, bare ${rate.bare.toFixed(0)} (best of 5)`)
  say(`  ${crowd.length} savers at once   all answered after ${(rush / 1000).toFixed(1)} s, ${failed} failed`)
  return [
    atMost('one client, against a bare transaction', one.own / one.bare, 2),
    atLeast('rate at ten clients, against a bare transaction', rate.own / rate.bare, 0.5),
    {
      name: `${crowd.length} savers at once`,
      measured: `${failed} failed`,
      goal: '0 failed',
      met: failed === 0,
    },
  ]
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}
