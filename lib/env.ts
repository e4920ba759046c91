/**
 * The environment, parsed once. Nothing else in the project reads `process.env`
 * (lib/commands/*.mjs, which run before anything is installed, excepted).
 */
import { z } from 'zod'

const schema = z.object({
  /** Login of the application role (never the owner): set by lib/commands/start, or by whoever deploys. */
  APP_DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** Secret from which session tokens are signed. Set by lib/commands/start from `.data/secret`, or by whoever deploys. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url().optional(),
  /** `1` while the portal shows demonstration data: the banner and the demonstration accounts on the sign-in page. */
  CHENGJI_DEMO: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** The parsed environment. Throws a ZodError that names each wrong variable. */
export function env(): Env {
  parsed ??= schema.parse(process.env)
  return parsed
}
