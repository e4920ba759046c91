import { env } from '@/lib/env'
import { diskStore } from './disk-store'
import type { FileStore } from './file-store'
import { s3Store } from './s3-store'

// One a process, also across module reloads in development.
const held = globalThis as unknown as { chengjiFiles?: FileStore }

/** The process's store of files: the bucket that the environment names, otherwise the folder. @throws when neither is set */
export function fileStore(): FileStore {
  return (held.chengjiFiles ??= configuredStore())
}

/** The bucket that the environment names, otherwise this folder. @throws when there is neither */
export function configuredStore(folder = env().CHENGJI_FILES_DIR): FileStore {
  const { CHENGJI_S3_ENDPOINT: endpoint, CHENGJI_S3_BUCKET: bucket, CHENGJI_S3_REGION: region } = env()
  const { CHENGJI_S3_KEY_ID: keyId, CHENGJI_S3_SECRET: secret } = env()
  if (endpoint !== undefined) {
    if (bucket === undefined || keyId === undefined || secret === undefined)
      throw new Error('CHENGJI_S3_ENDPOINT needs CHENGJI_S3_BUCKET, CHENGJI_S3_KEY_ID and CHENGJI_S3_SECRET')
    return s3Store({ endpoint, bucket, region, keyId, secret })
  }
  if (folder === undefined) throw new Error('CHENGJI_FILES_DIR is not set: start the portal with `npm start`')
  return diskStore(folder)
}

/** Puts another store in place, for tests and for seeding; returns what was there. */
export function useFileStore(store: FileStore | undefined): FileStore | undefined {
  const before = held.chengjiFiles
  held.chengjiFiles = store
  return before
}
