import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** Where anybody can check a receipt: the address for its QR code, on the portal's own site. */
export async function verifyAddress(receiptNumber: string): Promise<string> {
  return new URL(`/verify/${encodeURIComponent(receiptNumber)}`, await portalOrigin()).href
}

/** Where a page of the portal stands, for those who may sign in. */
export const pageAddress = async (path: string): Promise<string> => new URL(path, await portalOrigin()).href

/** The site as it is configured; else as this request named it, if that is a host and nothing more. */
export async function portalOrigin(): Promise<string> {
  const { NEXTAUTH_URL } = env()
  if (NEXTAUTH_URL !== undefined) return new URL(NEXTAUTH_URL).origin
  const host = (await headers()).get('host') ?? ''
  return /^[a-z0-9.-]{1,253}(?::\d{1,5})?$/i.test(host) ? `http://${host}` : 'http://localhost'
}
