import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bucket } from '@/lib/files/s3-store'

/** The program s3rver, which speaks S3 over HTTP and checks signatures, in a process of its own and with one empty bucket. */
export async function startS3Server(): Promise<Bucket & { readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-s3-'))
  const options = ['-d', folder, '-a', '127.0.0.1', '-p', '0', '--configure-bucket', 'chengji']
  const program = "require('@20minutes/s3rver/lib/cli.js').parseAsync(process.argv)"
  const server = spawn(process.execPath, ['-e', program, 'node', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const port = await new Promise<string>((resolve) => {
    let said = ''
    // Read on to the end: a program whose output nobody takes ends.
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /listening on .*:(\d+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'chengji',
    region: 'us-east-1',
    // The login that the program comes with.
    keyId: 'S3RVER',
    secret: 'S3RVER',
    stop: async () => {
      server.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
