import { within, written, type Fault } from './fault'

/** A place where a value is not as a schema says. */
export interface Mismatch {
  readonly place: string
  readonly expected: string
  readonly got: string
}

type Schema = Readonly<Record<string, unknown>>

/** A place on the way down from the whole (null); written out only where something is wrong. */
type Place = { readonly up: Place; readonly key: string | number } | null

const placeOf = (at: Place): string => (at === null ? '' : within(placeOf(at.up), at.key))

/** The words of JSON Schema 2020-12 that the published schemas use; any other is refused, so that none is passed over. */
const KNOWN = new Set(
  '$schema $id $defs $ref title description type const enum pattern minLength minimum maximum items minItems maxItems properties required additionalProperties oneOf'.split(
    ' ',
  ),
)

/** Compares values with published schemas. So few words of JSON Schema are used that a validator fits on a page. */
export class SchemaBook {
  private readonly byId = new Map<string, Schema>()

  /** @throws TypeError if a schema says something this reader would not check */
  constructor(schemas: readonly Schema[]) {
    for (const schema of schemas) this.byId.set(String(schema.$id), schema)
    for (const schema of schemas) refuseUnknown(schema)
  }

  /** Every place where the value is not as the schema with this id says. */
  mismatches(id: string, value: unknown): readonly Mismatch[] {
    const root = this.byId.get(id)
    if (!root) throw new TypeError(`no schema ${id}`)
    const found: Mismatch[] = []
    this.check(root, root, value, null, found)
    return found
  }

  private check(schema: Schema, root: Schema, value: unknown, at: Place, found: Mismatch[]): void {
    if (typeof schema.$ref === 'string') {
      const [target, book] = this.follow(schema.$ref, root)
      this.check(target, book, value, at, found)
      return
    }
    const expected = unlike(schema, value)
    if (expected !== undefined) found.push({ place: placeOf(at), expected, got: written(value) })
    else if (Array.isArray(schema.oneOf)) this.oneOf(schema.oneOf.map(asSchema), root, value, at, found)
    else if (Array.isArray(value)) this.list(schema, root, value, at, found)
    else if (isObject(value)) this.object(schema, root, value, at, found)
  }

  private list(
    { minItems, maxItems, items }: Schema,
    root: Schema,
    value: readonly unknown[],
    at: Place,
    found: Mismatch[],
  ): void {
    const got = `[${value.length}]`
    if (typeof minItems === 'number' && value.length < minItems)
      found.push({ place: placeOf(at), expected: `[≥ ${minItems}]`, got })
    else if (typeof maxItems === 'number' && value.length > maxItems)
      found.push({ place: placeOf(at), expected: `[≤ ${maxItems}]`, got })
    else if (items !== undefined) {
      const each = asSchema(items)
      for (let i = 0; i < value.length; i++) this.check(each, root, value[i], { up: at, key: i }, found)
    }
  }

  private object(schema: Schema, root: Schema, value: Schema, at: Place, found: Mismatch[]): void {
    const properties = schema.properties === undefined ? {} : asSchema(schema.properties)
    if (Array.isArray(schema.required)) {
      for (const key of schema.required as readonly unknown[])
        if (!Object.hasOwn(value, String(key)))
          found.push({ place: placeOf(at), expected: written(key), got: written(undefined) })
    }
    for (const key of Object.keys(value)) {
      const inside = { up: at, key }
      if (Object.hasOwn(properties, key))
        this.check(asSchema(properties[key]), root, value[key], inside, found)
      else if (schema.additionalProperties === false)
        found.push({ place: placeOf(inside), expected: written(undefined), got: written(value[key]) })
    }
  }

  /** Where none of several forms fits, the nearest one says what is wrong. */
  private oneOf(forms: readonly Schema[], root: Schema, value: unknown, at: Place, found: Mismatch[]): void {
    const tried = forms.map((form) => {
      const own: Mismatch[] = []
      this.check(form, root, value, at, own)
      return own
    })
    const fitting = tried.filter((mismatches) => mismatches.length === 0).length
    if (fitting > 1)
      found.push({ place: placeOf(at), expected: `1 of ${forms.length} forms`, got: `${fitting}` })
    else if (fitting === 0)
      found.push(...tried.reduce((nearest, each) => (each.length < nearest.length ? each : nearest)))
  }

  private follow(reference: string, root: Schema): readonly [Schema, Schema] {
    const other = this.byId.get(reference)
    if (other) return [other, other]
    const name = /^#\/\$defs\/(\w+)$/.exec(reference)?.[1]
    const found = name === undefined ? undefined : asSchema(root.$defs)[name]
    if (found === undefined) throw new TypeError(`no schema ${reference}`)
    return [asSchema(found), root]
  }
}

/** What a value should be by itself, whatever stands in it; undefined where it is that. */
function unlike(schema: Schema, value: unknown): string | undefined {
  if (schema.const !== undefined && value !== schema.const) return written(schema.const)
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return schema.enum.map(written).join(' | ')
  if (schema.type !== undefined && !isOfType(schema, value)) return typesOf(schema).join(' | ')
  if (Array.isArray(schema.oneOf)) return undefined
  if (typeof value === 'string') return unlikeText(schema, value)
  return typeof value === 'number' ? unlikeNumber(schema, value) : undefined
}

function unlikeText({ pattern, minLength }: Schema, text: string): string | undefined {
  if (typeof pattern === 'string' && !matches(pattern, text)) return pattern
  // A sign has one or two units; only texts near the bound are counted by signs.
  return typeof minLength === 'number' && text.length < 2 * minLength && [...text].length < minLength
    ? `${minLength}+`
    : undefined
}

function unlikeNumber({ minimum, maximum }: Schema, count: number): string | undefined {
  if (typeof minimum === 'number' && count < minimum) return `≥ ${minimum}`
  return typeof maximum === 'number' && count > maximum ? `≤ ${maximum}` : undefined
}

const patterns = new Map<string, RegExp>()

function matches(pattern: string, text: string): boolean {
  let known = patterns.get(pattern)
  if (!known) patterns.set(pattern, (known = new RegExp(pattern, 'u')))
  return known.test(text)
}

function refuseUnknown(schema: Schema): void {
  for (const word of Object.keys(schema)) {
    if (!KNOWN.has(word)) throw new TypeError(`this reader does not check ${word}`)
  }
  for (const group of [schema.$defs, schema.properties]) {
    if (group !== undefined)
      Object.values(asSchema(group)).forEach((each) => {
        refuseUnknown(asSchema(each))
      })
  }
  if (schema.items !== undefined) refuseUnknown(asSchema(schema.items))
  if (Array.isArray(schema.oneOf))
    schema.oneOf.forEach((each) => {
      refuseUnknown(asSchema(each))
    })
}

function asSchema(value: unknown): Schema {
  if (!isObject(value)) throw new TypeError('a schema is an object')
  return value
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf({ type }: Schema): readonly unknown[] {
  return Array.isArray(type) ? type : [type]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const isOfType = ({ type }: Schema, value: unknown): boolean =>
  Array.isArray(type) ? type.includes(typeOf(value)) : type === typeOf(value)

/** Mismatches with a published schema as faults. */
export const notOfForm = (mismatches: readonly Mismatch[]): Fault[] =>
  mismatches.map((each) => ({ code: 'notOfForm', ...each }))
