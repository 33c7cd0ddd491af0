import { v7 } from 'uuid'
import { today } from '../../../../engine/access/today.ts'

/** A number for something made on a screen: its letters, the day, and what makes it unlike any other. */
export const newNumber = (letters: string): string => `${letters}-${today().replaceAll('-', '')}-${v7().slice(-8)}`
