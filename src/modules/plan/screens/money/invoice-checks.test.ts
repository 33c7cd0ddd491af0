import { expect, it } from 'vitest'
import { checkInvoice, type TypedInvoice } from './invoice-checks.ts'

const invoice = (change: Partial<TypedInvoice> = {}): TypedInvoice => ({
  number: '26312000000087654321',
  code: '',
  issuedOn: '2026-09-15',
  amount: '1260.00',
  ...change,
})
const check = (change: Partial<TypedInvoice>, others: readonly TypedInvoice[] = []) =>
  checkInvoice(invoice(change), others, '2026-11-22', '2026')

it('finds fault with amounts that are none, and with an invoice that is there twice', () => {
  expect(check({})).toEqual({ wrong: {}, odd: {} })
  expect(check({ amount: '12.345' }).wrong).toEqual({ amount: 'form.bad-amount' })
  expect(check({ amount: '0.00' }).wrong).toEqual({ amount: 'form.no-amount' })
  expect(check({ amount: '' }).wrong).toEqual({})
  expect(check({ number: '２６３１２０００ 000087654321' }, [invoice()]).wrong).toEqual({ number: 'form.twice' })
  // Older invoices of two codes may have one number.
  expect(check({ number: '12345678', code: '3300211130' }, [invoice({ number: '12345678' })]).wrong).toEqual({})
})

it('says what is unusual without refusing it', () => {
  expect(check({ number: '123' }).odd).toEqual({ number: 'form.odd-number' })
  expect(check({ code: '12' }).odd).toEqual({ code: 'form.odd-code' })
  expect(check({ issuedOn: '2026-11-23' }).odd).toEqual({ issuedOn: 'form.odd-day' })
  expect(check({ issuedOn: '2025-12-31' }).odd).toEqual({ issuedOn: 'form.odd-year' })
  expect(check({ number: '', issuedOn: '' }).odd).toEqual({})
})
