import type { FileHolder } from '../engine/engine.ts'
import type { Guard } from '../engine/records/guards.ts'
import { guards as badges } from '../modules/badges/server.ts'
import { fileHolders as coursework } from '../modules/coursework/server.ts'
import { guards as creditBank } from '../modules/credit-bank/server.ts'
import { guards as frameworks } from '../modules/frameworks/server.ts'
import { guards as plan } from '../modules/plan/server.ts'
import { guards as scoring } from '../modules/scoring/server.ts'

/** What modules have to say to changes of records: a module that has guards is one line here. */
export const guardList: readonly Guard[] = [...plan, ...scoring, ...creditBank, ...frameworks, ...badges]

/** Where modules keep files beside records: a module that does is one line here. */
export const fileHolderList: readonly FileHolder[] = [...coursework]
