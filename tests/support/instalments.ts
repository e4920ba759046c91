import { freezeInstalment } from '@/lib/funding/freeze-instalment'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { nextEntry } from '@/lib/ledger/chain'
import { demonstrationScheme, type Band } from '@/lib/rules'
import { people } from './actors'

export const BANDS: readonly Band[] = [
  { from: '0', amount: '0' },
  { from: '60', amount: '2500' },
  { from: '90', amount: '5000' },
]

/** The owner of a database, whatever the connection. */
interface Owner {
  readonly query: (
    sql: string,
    values?: unknown[],
  ) => Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>
}

/** Ids of the accounts that sign what is written here. */
const CAST = {
  finance: people.finance.id,
  approver: people.approver.id,
  cnipa: people.cnipa.id,
  mof: people.mof.id,
}

const idIn = ({ rows }: Awaited<ReturnType<Owner['query']>>): string => String(rows[0]?.id)

/** A decision of the book on all cities that two people signed, written past the use-cases; gives its id. */
async function signedDecision(
  owner: Owner,
  content: { readonly kind: 'bandTable' | 'scoringScheme' } & Readonly<Record<string, unknown>>,
  who = CAST,
): Promise<string> {
  const text = canonical(content as never)
  const id = idIn(
    await owner.query(
      `INSERT INTO decision (id, kind, content, content_hash, document_number, reason, effective_from, rehearsal, proposed_by, proposed_by_name, proposed_at)
       VALUES (gen_random_uuid(), $1, $2, $3, '演示〔2022〕1号', 'issued', '2022-01-01', '', $4, '', chengji_now()) RETURNING id`,
      [content.kind, text, digest(text), who.finance],
    ),
  )
  await owner.query(
    `INSERT INTO decision_signature (decision, kind, actor, actor_name, at) VALUES ($1, 'approved', $2, '', chengji_now())`,
    [id, who.approver],
  )
  return id
}

export const bandTable = (owner: Owner, bands = BANDS, who = CAST): Promise<string> =>
  signedDecision(owner, { kind: 'bandTable', bands }, who)

/** A mid-term round whose weights a document gives; gives its id. */
export async function midTermRound(owner: Owner, who = CAST): Promise<string> {
  const { method, weights } = demonstrationScheme
  const scheme = await signedDecision(owner, { kind: 'scoringScheme', method, weights }, who)
  return idIn(
    await owner.query(
      `INSERT INTO evaluation_round (id, kind, number, title, document_number, as_of, opens_on, closes_on, scheme_decision, made_by, made_by_name, made_at)
       SELECT gen_random_uuid(), 'midTerm', 1 + count(*), 'mid-term', '演示〔2022〕2号', '2022Q2', '2022-10-01', '2022-11-30', $1, $2, '', chengji_now()
       FROM evaluation_round WHERE kind = 'midTerm' RETURNING id`,
      [scheme, who.cnipa],
    ),
  )
}

/** Opens the next version of a city's evaluation. */
export const openEvaluation = (owner: Owner, round: string, city: string, who = CAST) =>
  owner.query(
    `INSERT INTO evaluation (city, round, version, reason, opened_by, opened_by_name, opened_at)
     SELECT $1, $2, 1 + count(*), 'again', $3, '', chengji_now() FROM evaluation WHERE city = $1 AND round = $2`,
    [city, round, who.cnipa],
  )

/** Of an evaluation in which nothing was judged yet. */
const SNAPSHOT = canonical(
  asCanonical({
    schema: 'chengji.evaluation/1',
    inputs: { scheme: demonstrationScheme, marks: {}, overrides: {} },
    judgements: [],
    readings: [],
    settlements: [],
    overrides: [],
  }),
)

/** Seals the version of a city's evaluation that is open, with a score. */
export const sealEvaluation = (owner: Owner, round: string, city: string, score: string, who = CAST) =>
  owner.query(
    `INSERT INTO evaluation_seal (city, round, version, as_of, score, score_basis_points, grade, snapshot, snapshot_sha256, rule_version,
       scheme_decision, demonstration, first_signer, first_signer_name, first_signed_at, second_signer, second_signer_name, sealed_at)
     SELECT e.city, e.round, max(e.version), r.as_of, $3::text, floor($3::text::numeric * 100)::int, 'good', $6::text, encode(sha256(convert_to($6::text, 'UTF8')), 'hex'), '1',
       r.scheme_decision, false, $4, '', chengji_now(), $5, '', chengji_now()
     FROM evaluation e JOIN evaluation_round r ON r.id = e.round WHERE e.city = $1 AND e.round = $2
     GROUP BY e.city, e.round, r.as_of, r.scheme_decision`,
    [city, round, score, who.cnipa, who.mof, SNAPSHOT],
  )

/** Both. */
export async function sealed(
  owner: Owner,
  round: string,
  city: string,
  score: string,
  who = CAST,
): Promise<void> {
  await openEvaluation(owner, round, city, who)
  await sealEvaluation(owner, round, city, score, who)
}

/** What a second instalment of a city of the demonstration rests on: a band table, and an evaluation sealed with 86 points. */
export async function groundsByHand(owner: Owner, city: string) {
  const account = async (login: string) =>
    idIn(await owner.query('SELECT id FROM account WHERE login = $1', [login]))
  const who = {
    finance: await account('finance'),
    approver: await account('finance-approve'),
    cnipa: await account('cnipa'),
    mof: await account('mof'),
  }
  const table = await bandTable(owner, BANDS, who)
  const round = await midTermRound(owner, who)
  await sealed(owner, round, city, '86', who)
  return { who, table, round }
}

/** A decision of 2,500万元 on a city's second instalment, in the demonstration, with all it rests on; once. */
export async function decideByHand(owner: Owner, city: string): Promise<void> {
  if ((await owner.query('SELECT seq FROM instalment_proposal WHERE city = $1', [city])).rows.length > 0)
    return
  const { who, table, round } = await groundsByHand(owner, city)
  const { inputs, inputsSha256 } = freezeInstalment({
    schema: 'chengji.instalment/1',
    city,
    evaluation: {
      round,
      version: 1,
      asOf: '2022Q2',
      score: '86',
      grade: 'good',
      snapshotSha256: digest(SNAPSHOT),
      ruleVersion: '1',
      schemeDecision: null,
    },
    bandTable: {
      decision: table,
      contentSha256: digest('{}'),
      documentNumber: '演示〔2022〕1号',
      bands: BANDS,
    },
    rule: 'band/1',
    ruleVersion: '1',
  })
  await owner.query(
    `INSERT INTO instalment_proposal VALUES ($1, 1, $2, 1, $3, $4, $5, 'band/1', '1', $6, '经办人', 'finance_officer', chengji_now())`,
    [city, round, table, inputs, inputsSha256, who.finance],
  )
  await owner.query('INSERT INTO instalment_amount VALUES ($1, 1, 25000000, $2)', [city, who.finance])
  await owner.query(
    `INSERT INTO instalment_answer VALUES ($1, 1, 'entered', 25000000, '', $2, '复核人', 'finance_approver', chengji_now())`,
    [city, who.approver],
  )
  await tellChain(owner, city)
}

/** What the entry led to stands in the chain, as a portal writes it: else one that runs does so itself some minutes later. */
async function tellChain(owner: Owner, city: string): Promise<void> {
  const { rows } = await owner.query(
    `SELECT l.seq, l.hash, chengji_now() AS now FROM ledger_entry l WHERE l.city = $1 ORDER BY l.seq DESC LIMIT 1`,
    [city],
  )
  const [last] = rows as unknown as readonly { seq: number; hash: string; now: Date }[]
  if (last === undefined) throw new Error(`${city} has no chain`)
  const body = canonical({ seq: 1, entered: '25000000', proposed: '25000000' })
  const at = last.now.toISOString()
  const entry = nextEntry(last, { city, kind: 'instalment.decided', at, body })
  await owner.query(
    `INSERT INTO ledger_entry (city, seq, kind, body, previous, hash, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT DO NOTHING`,
    [city, entry.seq, entry.kind, body, entry.previous, entry.hash, at],
  )
}
