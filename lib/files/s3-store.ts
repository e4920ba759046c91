import { AwsV4Signer } from 'aws4fetch'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { counted } from './counted'
import {
  assertKey,
  BytesDiffer,
  BytesMissing,
  exportFolder,
  piecesKey,
  StoreFull,
  type FileStore,
  type Expected,
  type ByteSource,
} from './file-store'

/** A bucket of a store that speaks S3, addressed by path, as every such store understands it. */
export interface Bucket {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: { readonly source: ByteSource; readonly expected: Expected }
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const SILENCE_MS = 60_000

/** Files in a bucket. The store is told the SHA-256 of what comes, so that it too refuses anything else. */
export function s3Store(bucket: Bucket): FileStore {
  const ask = (asked: Asked): Promise<IncomingMessage> => send(bucket, asked)
  return {
    put: async (key, source, expected, wanted) => {
      assertKey(key)
      await wanted
      // Nothing is sent before it is known to be right: not every store takes back what was cut off on the way.
      await withSpool(source, expected, async (file) => {
        const there = await ask({ method: 'HEAD', key })
        await drained(there, 200, 404)
        // What a key holds is told by its digest: it need not, and must not, be written again.
        if (there.statusCode === 200 && there.headers['content-length'] === String(expected.bytes)) return
        try {
          const body = { source: createReadStream(file), expected }
          await drained(await ask({ method: 'PUT', key, body }), 200)
        } catch (error) {
          await ask({ method: 'DELETE', key }).then(
            (answer) => answer.resume(),
            () => undefined,
          )
          throw error
        }
      })
    },
    get: async (key) => {
      assertKey(key)
      const answer = await ask({ method: 'GET', key })
      if (answer.statusCode === 404) {
        answer.resume()
        throw new BytesMissing(key)
      }
      if (answer.statusCode !== 200) await drained(answer, 200)
      return answer
    },
    has: async (key) => {
      assertKey(key)
      const answer = await ask({ method: 'HEAD', key })
      await drained(answer, 200, 404)
      return answer.statusCode === 200
    },
    dropPieces: (city, upload) => dropUnder(ask, piecesKey(city, upload)),
    dropExport: (account, id) => dropUnder(ask, exportFolder(account, id)),
  }
}

/** Takes away what lies under a folder. A list has no more than a thousand names: it is asked for until none is left. */
async function dropUnder(ask: (asked: Asked) => Promise<IncomingMessage>, folder: string): Promise<void> {
  const query = { 'list-type': '2', prefix: `${folder}/` }
  for (;;) {
    const list = await drained(await ask({ method: 'GET', query }), 200)
    // Our own keys need no unescaping.
    const keys = [...list.matchAll(/<Key>([a-z0-9/-]+)<\/Key>/g)].map(([, key = '']) => key)
    if (keys.length === 0) return
    for (const key of keys) await drained(await ask({ method: 'DELETE', key }), 204, 200)
  }
}

async function send(
  { endpoint, bucket, region, keyId, secret }: Bucket,
  asked: Asked,
): Promise<IncomingMessage> {
  const url = new URL(
    `${endpoint.replace(/\/$/, '')}/${bucket}${asked.key === undefined ? '' : `/${asked.key}`}`,
  )
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.set(name, value)
  const expected = asked.body?.expected
  const signed = await new AwsV4Signer({
    method: asked.method,
    url: url.href,
    headers: {
      'x-amz-content-sha256': expected?.sha256 ?? EMPTY,
      ...(expected && { 'content-length': String(expected.bytes) }),
    },
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    allHeaders: false,
  }).sign()
  const headers = Object.fromEntries(signed.headers)
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(signed.url, {
    method: asked.method,
    headers,
    timeout: SILENCE_MS,
  })
  request.on('timeout', () => request.destroy(new Error('the store of files is silent')))
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
  })
  if (asked.body === undefined) request.end()
  else {
    const sent = pipeline(counted(asked.body.source, asked.body.expected), request)
    try {
      await Promise.race([sent, answered])
      // A store that refuses may answer before all is sent.
      void sent.catch(() => undefined)
    } catch (error) {
      void answered.catch(() => undefined)
      throw error
    }
  }
  return answered
}

/** Lets a task have the bytes in a file of its own, once all of them are known to be those that were declared. */
async function withSpool(
  source: ByteSource,
  expected: Expected,
  task: (file: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'chengji-spool-'))
  try {
    const file = path.join(folder, 'bytes')
    await pipeline(counted(source, expected), createWriteStream(file))
    await task(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads an answer to its end. @throws unless it has a status that is wanted */
async function drained(answer: IncomingMessage, ...wanted: readonly number[]): Promise<string> {
  let text = ''
  for await (const block of answer.setEncoding('utf8')) text += String(block)
  const status = answer.statusCode ?? 0
  if (wanted.includes(status)) return text
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
  if (status === 507 || /QuotaExceeded|InsufficientStorage|XMinioStorageFull/.test(code))
    throw new StoreFull(code)
  if (code === 'XAmzContentSHA256Mismatch' || code === 'IncompleteBody') {
    const nothing = { bytes: 0, sha256: '' }
    throw new BytesDiffer(nothing, nothing)
  }
  throw new Error(`the store of files answered ${String(status)} ${code}`)
}
