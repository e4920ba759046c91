import { within, written, type Fault } from './fault'

/** A place where a value is not as a schema says. */
export interface Mismatch {
  readonly place: string
  readonly expected: string
  readonly got: string
}

type Schema = Readonly<Record<string, unknown>>

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
    return this.check(root, root, value, '')
  }

  private check(schema: Schema, root: Schema, value: unknown, place: string): readonly Mismatch[] {
    const no = (expected: string): Mismatch[] => [{ place, expected, got: written(value) }]
    if (typeof schema.$ref === 'string') {
      const [target, book] = this.follow(schema.$ref, root)
      return this.check(target, book, value, place)
    }
    if (schema.const !== undefined && value !== schema.const) return no(written(schema.const))
    if (Array.isArray(schema.enum) && !schema.enum.includes(value))
      return no(schema.enum.map(written).join(' | '))
    if (schema.type !== undefined && !typesOf(schema).includes(typeOf(value)))
      return no(typesOf(schema).join(' | '))
    if (Array.isArray(schema.oneOf)) return this.oneOf(schema.oneOf.map(asSchema), root, value, place)
    if (typeof value === 'string') return said(schema, value) ?? []
    if (typeof value === 'number') return counted(schema, value) ?? []
    if (Array.isArray(value)) return this.list(schema, root, value, place)
    return isObject(value) ? this.object(schema, root, value, place) : []

    function said({ pattern, minLength }: Schema, text: string) {
      if (typeof pattern === 'string' && !matches(pattern, text)) return no(pattern)
      return typeof minLength === 'number' && [...text].length < minLength ? no(`${minLength}+`) : undefined
    }

    function counted({ minimum, maximum }: Schema, count: number) {
      if (typeof minimum === 'number' && count < minimum) return no(`≥ ${minimum}`)
      return typeof maximum === 'number' && count > maximum ? no(`≤ ${maximum}`) : undefined
    }
  }

  private list(schema: Schema, root: Schema, value: readonly unknown[], place: string): readonly Mismatch[] {
    const { minItems, maxItems, items } = schema
    const no = (expected: string) => [{ place, expected, got: `[${value.length}]` }]
    if (typeof minItems === 'number' && value.length < minItems) return no(`[≥ ${minItems}]`)
    if (typeof maxItems === 'number' && value.length > maxItems) return no(`[≤ ${maxItems}]`)
    return items === undefined
      ? []
      : value.flatMap((each, i) => this.check(asSchema(items), root, each, within(place, i)))
  }

  private object(schema: Schema, root: Schema, value: Schema, place: string): readonly Mismatch[] {
    const properties = schema.properties === undefined ? {} : asSchema(schema.properties)
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : []
    return [
      ...required
        .filter((key) => !Object.hasOwn(value, String(key)))
        .map((key) => ({ place, expected: written(key), got: written(undefined) })),
      ...Object.entries(value).flatMap(([key, each]) => {
        if (Object.hasOwn(properties, key)) {
          return this.check(asSchema(properties[key]), root, each, within(place, key))
        }
        return schema.additionalProperties === false
          ? [{ place: within(place, key), expected: written(undefined), got: written(each) }]
          : []
      }),
    ]
  }

  /** Where none of several forms fits, the nearest one says what is wrong. */
  private oneOf(forms: readonly Schema[], root: Schema, value: unknown, place: string): readonly Mismatch[] {
    const tried = forms.map((form) => this.check(form, root, value, place))
    const fitting = tried.filter((mismatches) => mismatches.length === 0).length
    if (fitting === 1) return []
    if (fitting > 1) return [{ place, expected: `1 of ${forms.length} forms`, got: `${fitting}` }]
    return tried.reduce((nearest, each) => (each.length < nearest.length ? each : nearest))
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

/** Mismatches with a published schema as faults. */
export const notOfForm = (mismatches: readonly Mismatch[]): Fault[] =>
  mismatches.map((each) => ({ code: 'notOfForm', ...each }))
