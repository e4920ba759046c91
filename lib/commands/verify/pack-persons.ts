import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { written, type Fault } from './fault'
import { differs } from './first-difference'
import { isLoose, json, ledgerSteps, recordsOf, type LedgerStep, type Loose } from './pack-files'

type Files = ReadonlyMap<string, Uint8Array>

/** Who and when: each name and time beside what the ledger keeps is the one the ledger has, as far as it names any. */
export function personFaults(files: Files): readonly Fault[] {
  const steps = ledgerSteps(json(files.get('ledger.json')))
  const money = json(files.get('money.json'))
  const about = byNumber(steps)
  const numbered = (number: unknown, kind: string) => about.get(`${kind} ${String(number)}`)
  return [
    ...recordsOf(json(files.get('versions.json')), 'versions').flatMap((line, i) =>
      deeds(`versions.json#/versions/${String(i)}`, line, versionDeeds(steps, line)),
    ),
    ...recordsOf(json(files.get('evaluations.json')), 'evaluations').flatMap((line, i) =>
      deeds(`evaluations.json#/evaluations/${String(i)}`, line, sealDeeds(steps, line)),
    ),
    ...recordsOf(money, 'decisions').flatMap((line, i) => {
      const proposed = numbered(line.number, 'instalment.proposed')
      const entered = numbered(line.number, 'instalment.entered')
      const name = `instalments/${String(line.number)}.json`
      const file = json(files.get(name))
      return [
        ...deeds(`money.json#/decisions/${String(i)}`, line, {
          proposedBy: personOf(proposed),
          decidedBy: personOf(entered),
        }),
        ...(isLoose(file)
          ? deeds(`${name}#`, file, { proposedAt: proposed?.at, decidedAt: entered?.at })
          : []),
      ]
    }),
    ...recordsOf(money, 'payments').flatMap((line, i) => {
      const place = `money.json#/payments/${String(i)}`
      const answered = numbered(
        line.number,
        line.confirmed === true ? 'payment.confirmed' : 'payment.refused',
      )
      const recorded = recordedBy(numbered(line.number, 'payment.recorded'))
      const { answer } = line
      return [
        ...deeds(place, line, recorded),
        ...(isLoose(answer)
          ? deeds(`${place}/answer`, answer, {
              by: personOf(answered),
              at: answered?.at,
              reason: answered?.body.reason,
            })
          : []),
      ]
    }),
    ...recordsOf(money, 'entries').flatMap((line, i) =>
      deeds(
        `money.json#/entries/${String(i)}`,
        line,
        recordedBy(numbered(line.number, `fund.${String(line.kind)}`)),
      ),
    ),
  ]
}

/** Each explanation is one that was issued: the ledger has its digest. */
export function issuedFaults(files: Files): readonly Fault[] {
  const issued = new Set(
    ledgerSteps(json(files.get('ledger.json')), 'verdicts.issued').flatMap(({ body }) =>
      recordsOf(body, 'verdicts').map(({ explanationHash }) => explanationHash),
    ),
  )
  return recordsOf(json(files.get('explanations.json')), 'explanations').flatMap((each, i): Fault[] => {
    const found = digest(canonical(asCanonical(each)))
    if (issued.has(found)) return []
    const place = `explanations.json#/explanations/${String(i)}`
    return [{ code: 'packIssued', place, expected: written(undefined), got: written(found) }]
  })
}

/** What a line says against what the ledger says of it, as far as that says anything. */
const deeds = (place: string, line: Loose, told: Loose): Fault[] =>
  Object.entries(told).flatMap(([key, expected]) =>
    expected === undefined ? [] : differs('packPerson', `${place}/${key}`, expected, line[key]),
  )

/** Who submitted a version and who signed it; of a correction, who asked for it and who granted it. */
function versionDeeds(steps: readonly LedgerStep[], { period, version, contentHash }: Loose): Loose {
  const place = steps.findIndex(
    ({ kind, body }) =>
      (kind === 'report.submitted' || kind === 'report.restated') &&
      body.period === period &&
      body.version === version &&
      body.contentHash === contentHash,
  )
  const brought = steps[place]
  if (brought === undefined) return {}
  if (brought.kind === 'report.submitted') {
    const certified = steps
      .slice(0, place)
      .findLast(
        ({ kind, body }) =>
          kind === 'report.certified' && body.period === period && body.contentHash === contentHash,
      )
    return {
      submittedBy: personOf(brought),
      submittedAt: brought.at,
      certifiedBy: personOf(certified),
      certifiedAt: certified?.at,
    }
  }
  const approved = steps.find(
    ({ kind, body }) => kind === 'restatement.approved' && body.period === period && body.version === version,
  )
  const asked = steps.find(
    ({ kind, body }) => kind === 'restatement.requested' && body.restatement === approved?.body.restatement,
  )
  return {
    submittedBy: personOf(asked),
    submittedAt: brought.at,
    certifiedBy: personOf(brought),
    certifiedAt: brought.at,
  }
}

function sealDeeds(steps: readonly LedgerStep[], { round, version, sha256 }: Loose): Loose {
  const of = (wanted: string) =>
    steps.findLast(
      ({ kind, body }) =>
        kind === wanted && body.round === round && body.version === version && body.sha256 === sha256,
    )
  const sealed = of('evaluation.sealed')
  return {
    firstSigner: personOf(of('evaluation.signed')),
    secondSigner: personOf(sealed),
    sealedAt: sealed?.at,
  }
}

const recordedBy = (step: LedgerStep | undefined): Loose => ({
  recordedBy: personOf(step),
  recordedAt: step?.at,
})

/** The first entry of a kind about a number, by `kind number`. */
function byNumber(steps: readonly LedgerStep[]): ReadonlyMap<string, LedgerStep> {
  const found = new Map<string, LedgerStep>()
  for (const step of steps) {
    const key = `${step.kind} ${String(step.body.seq)}`
    if (!found.has(key)) found.set(key, step)
  }
  return found
}

/** Who did it; undefined where the step names nobody, as those before 2026-11-27 of evaluations and money. */
function personOf(step: LedgerStep | undefined): unknown {
  const { actor, by } = step?.body ?? {}
  return isLoose(actor) ? actor.name : by
}
