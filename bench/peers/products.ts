import { bare } from './bare.ts'
import { directus } from './directus.ts'
import { ours } from './ours.ts'
import { payload } from './payload.ts'
import type { Product } from './product.ts'
import { strapi } from './strapi.ts'

/** In the order in which they are measured, one alive at a time. */
export const PRODUCTS: readonly Product[] = [bare, ours, payload, directus, strapi]
