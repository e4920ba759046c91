import type { Told, UploadPort } from '@/lib/entry/upload-item'

const DELAYS = [1000, 2000, 4000, 8000, 15_000] as const

/** Uploading by way of a real browser. */
export function uploadPort(city: string): UploadPort {
  const uploads = `/api/cities/${city}/uploads`
  return {
    begin: (file) => postJson(uploads, file),
    piece: (id, at, bytes, sha256, signal) =>
      told(async () => {
        const { release, both } = endingEarly(signal)
        try {
          return await fetch(`${uploads}/${id}/pieces?at=${String(at)}&sha256=${sha256}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/octet-stream' },
            body: new Blob([new Uint8Array(bytes)]),
            signal: both,
          })
        } finally {
          release()
        }
      }),
    finish: (id) => postJson(`${uploads}/${id}/finish`, {}),
    cancel: (id) => postJson(`${uploads}/${id}/cancel`, {}),
    pause: (tries) =>
      new Promise((resolve) => {
        const goOn = () => {
          clearTimeout(timer)
          window.removeEventListener('online', goOn)
          resolve()
        }
        const timer = setTimeout(goOn, DELAYS[Math.min(tries, DELAYS.length - 1)])
        window.addEventListener('online', goOn)
      }),
  }
}

/** Stopped by the person, or after two minutes; AbortSignal.any is too new for the browsers of many offices. */
function endingEarly(signal: AbortSignal): { readonly both: AbortSignal; readonly release: () => void } {
  const ending = new AbortController()
  const end = () => {
    ending.abort()
  }
  signal.addEventListener('abort', end)
  const timer = setTimeout(end, 120_000)
  return {
    both: ending.signal,
    release: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
    },
  }
}

/** Asks the portal for a deed; what it refuses is an answer, what does not come through is lost. */
export function postJson<T extends object>(address: string, body: object): Promise<Told<T>> {
  return told(() =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(120_000),
    }),
  )
}

/** Asks the portal for what it knows. */
export const getJson = <T extends object>(address: string): Promise<Told<T>> =>
  told(() => fetch(address, { signal: AbortSignal.timeout(30_000) }))

async function told<T>(ask: () => Promise<Response>): Promise<Told<T>> {
  try {
    const response = await ask()
    const body = (await response.json()) as T & Partial<Extract<Told<T>, { kind: 'refused' }>>
    if (response.ok) return { kind: 'done', value: body }
    return body.refusal === undefined ? { kind: 'lost' } : { kind: 'refused', refusal: body.refusal }
  } catch {
    return { kind: 'lost' }
  }
}
