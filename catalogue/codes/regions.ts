/**
 * The western and north-eastern provinces of the official form's class B, by GB/T 2260: twelve of the
 * Western Development programme and three of the north-east.
 */
export const westAndNortheast: readonly string[] = [
  '150000',
  '450000',
  '500000',
  '510000',
  '520000',
  '530000',
  '540000',
  '610000',
  '620000',
  '630000',
  '640000',
  '650000',
  '210000',
  '220000',
  '230000',
]
