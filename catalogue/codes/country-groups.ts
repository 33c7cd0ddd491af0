import { countries } from './countries.ts'

/**
 * Where countries lie and what they belong to, as of 2023. Reports ask for it beside the country; what follows from a
 * country is not typed again.
 */
const CONTINENTS = {
  亚洲: 'afghanistan armenia azerbaijan bahrain bangladesh bhutan brunei cambodia china cyprus georgia hong-kong india indonesia iran iraq israel japan jordan kazakhstan kuwait kyrgyzstan laos lebanon macao malaysia maldives mongolia myanmar nepal north-korea oman pakistan palestine philippines qatar saudi-arabia singapore south-korea sri-lanka syria taiwan tajikistan thailand timor-leste turkey turkmenistan united-arab-emirates uzbekistan vietnam yemen',
  欧洲: 'albania andorra austria belarus belgium bosnia-and-herzegovina bulgaria croatia czechia denmark estonia finland france germany greece hungary iceland ireland italy latvia liechtenstein lithuania luxembourg malta moldova monaco montenegro netherlands north-macedonia norway poland portugal romania russia san-marino serbia slovakia slovenia spain sweden switzerland ukraine united-kingdom vatican-city',
  非洲: 'algeria angola benin botswana burkina-faso burundi cameroon cape-verde central-african-republic chad comoros congo-brazzaville congo-kinshasa cote-divoire djibouti egypt equatorial-guinea eritrea eswatini ethiopia gabon gambia ghana guinea guinea-bissau kenya lesotho liberia libya madagascar malawi mali mauritania mauritius morocco mozambique namibia niger nigeria rwanda sao-tome-and-principe senegal seychelles sierra-leone somalia south-africa south-sudan sudan tanzania togo tunisia uganda zambia zimbabwe',
  北美洲:
    'antigua-and-barbuda bahamas barbados belize canada costa-rica cuba dominica dominican-republic el-salvador grenada guatemala haiti honduras jamaica mexico nicaragua panama st-kitts-and-nevis st-lucia st-vincent-and-grenadines trinidad-and-tobago united-states',
  南美洲: 'argentina bolivia brazil chile colombia ecuador guyana paraguay peru suriname uruguay venezuela',
  大洋洲:
    'australia cook-islands fiji kiribati marshall-islands micronesia nauru new-zealand niue palau papua-new-guinea samoa solomon-islands tonga tuvalu vanuatu',
} as const

/** Have signed a document of cooperation with China (list of the Belt and Road portal, August 2023). */
const BELT_AND_ROAD = `
  sudan south-africa senegal sierra-leone cote-divoire somalia cameroon south-sudan seychelles guinea ghana zambia
  mozambique gabon namibia mauritania angola djibouti ethiopia kenya nigeria chad congo-brazzaville zimbabwe algeria
  tanzania burundi cape-verde uganda gambia togo rwanda morocco madagascar tunisia libya egypt equatorial-guinea liberia
  lesotho comoros benin mali niger congo-kinshasa botswana central-african-republic guinea-bissau eritrea burkina-faso
  sao-tome-and-principe malawi
  south-korea mongolia singapore timor-leste malaysia myanmar cambodia vietnam laos brunei pakistan sri-lanka bangladesh
  nepal maldives united-arab-emirates kuwait turkey qatar oman lebanon saudi-arabia bahrain iran iraq afghanistan
  azerbaijan georgia armenia kazakhstan kyrgyzstan tajikistan uzbekistan thailand indonesia philippines yemen syria
  turkmenistan palestine
  cyprus russia austria greece poland serbia czechia bulgaria slovakia albania croatia bosnia-and-herzegovina montenegro
  estonia lithuania slovenia hungary north-macedonia romania latvia ukraine belarus moldova malta portugal italy luxembourg
  new-zealand papua-new-guinea samoa niue fiji micronesia cook-islands tonga vanuatu solomon-islands kiribati
  chile guyana bolivia uruguay venezuela suriname ecuador peru argentina
  costa-rica panama el-salvador dominican-republic trinidad-and-tobago antigua-and-barbuda dominica grenada barbados cuba
  jamaica nicaragua honduras`
const CENTRAL_ASIA = 'kazakhstan kyrgyzstan tajikistan turkmenistan uzbekistan'
const ASEAN = 'brunei cambodia indonesia laos malaysia myanmar philippines singapore thailand vietnam'
const SHANGHAI_COOPERATION = 'china india iran kazakhstan kyrgyzstan pakistan russia tajikistan uzbekistan'
const BRICS = 'brazil russia india china south-africa'

/** 1 for each country of a list, 0 for every other. */
function isOneOf(list: string): Readonly<Record<string, string>> {
  const members = new Set(list.trim().split(/\s+/))
  return Object.fromEntries(Object.keys(countries.values).map((country) => [country, members.has(country) ? '1' : '0']))
}

/** The continent of each country, in Chinese. */
export const continents: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CONTINENTS).flatMap(([continent, list]) => list.split(' ').map((country) => [country, continent])),
)
export const onBeltAndRoad = isOneOf(BELT_AND_ROAD)
export const inCentralAsia = isOneOf(CENTRAL_ASIA)
export const inAsean = isOneOf(ASEAN)
export const inShanghaiCooperation = isOneOf(SHANGHAI_COOPERATION)
export const inBrics = isOneOf(BRICS)
