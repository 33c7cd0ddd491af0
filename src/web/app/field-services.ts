import type { FileRef } from '../../language/index.ts'
import type { FieldServices, Option } from '../../fields/views.ts'
import { api, queryOf, upload } from '../kit/api.ts'

interface Period {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** The reporting periods, newest first. */
export function findPeriods(): Promise<readonly Period[]> {
  return api.get<readonly Period[]>('/periods')
}

/** Gives field inputs their way to the server. */
export const fieldServices: FieldServices = {
  findOptions: (register, { q, ids }) =>
    api.get<readonly Option[]>(`/registers/${register}/options${queryOf({ q, ids: ids?.join(',') })}`),
  findPeriods,
  upload: (file, onProgress) => upload<FileRef>('/files', file, onProgress),
  fileAddress: (file) => `/api/files/${file.sha256}/${encodeURIComponent(file.name)}`,
}
