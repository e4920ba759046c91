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
  /** Secret of the key by which evidence packs are signed; without it the key follows from NEXTAUTH_SECRET. */
  CHENGJI_SIGNING_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url().optional(),
  /** `1` while the portal shows demonstration data: the banner and the demonstration accounts on the sign-in page. */
  CHENGJI_DEMO: z.enum(['0', '1']).default('0'),
  /** Folder of the files that cities upload; lib/commands/start sets `files` in the data folder. */
  CHENGJI_FILES_DIR: z.string().min(1).optional(),
  /** A store that speaks S3, instead of the folder. */
  CHENGJI_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  CHENGJI_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  CHENGJI_S3_REGION: z.string().min(1).default('us-east-1'),
  CHENGJI_S3_KEY_ID: z.string().min(1).optional(),
  CHENGJI_S3_SECRET: z.string().min(1).optional(),
  /** How much each city may keep, in MiB. */
  CHENGJI_CITY_QUOTA_MIB: z.coerce.number().int().positive().max(1_000_000_000).default(10_240),
  /** Days for which a file that was made in the background can be fetched. */
  CHENGJI_EXPORT_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  /** Server for e-mail, `smtp://user:password@host:587`; without it the outbox keeps everything, readable. */
  CHENGJI_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CHENGJI_MAIL_FROM: z.string().min(3).default('Chengji <no-reply@localhost>'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** The parsed environment. Throws a ZodError that names each wrong variable. */
export function env(): Env {
  parsed ??= schema.parse(process.env)
  return parsed
}
