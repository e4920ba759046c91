import { hash, verify } from '@node-rs/argon2'
import { randomInt } from 'node:crypto'
import { Refusal } from '@/lib/values'

// argon2id; 19 MiB, 2 passes, as OWASP advises.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Whether a password belongs to a hash. */
export const passwordMatches = (password: string, hashed: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC'))

const PASSWORD_LENGTH = { least: 12, most: 128 }

/**
 * GB/T 22239 asks for length and more than one kind of sign; ASVS for length above all. Twelve signs of two kinds satisfy both.
 * @throws Refusal passwordWeak
 */
export function requireStrongPassword(password: string, login: string): void {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) =>
    kind.test(password),
  ).length
  const signs = [...password].length
  const named = password.toLowerCase().includes(login)
  if (signs < PASSWORD_LENGTH.least || signs > PASSWORD_LENGTH.most || kinds < 2 || named) {
    throw new Refusal('passwordWeak', {
      least: String(PASSWORD_LENGTH.least),
      got: String(signs),
      kinds: String(kinds),
      named: named ? 'yes' : '',
    })
  }
}

// Without lookalikes, because it is read out or copied by hand once.
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A one-time password of 16 signs in groups of four, about 93 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
  return [group(), group(), group(), group()].join('-')
}
