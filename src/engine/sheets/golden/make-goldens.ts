/**
 * Makes the golden files anew: XML written by hand and packed with `zip`, and documents converted by LibreOffice, so
 * that the reader meets files it did not write. Run by hand on a machine that has both; the results are committed.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const here = import.meta.dirname
const work = mkdtempSync(join(tmpdir(), 'goldens-'))
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'

function pack(name: string, files: Record<string, string>): void {
  const folder = join(work, name)
  for (const [path, xml] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)
  }
  rmSync(join(here, name), { force: true })
  execFileSync('zip', ['-q', '-X', '-r', join(here, name), '.'], { cwd: folder })
}

function convert(source: string, text: string, target: string, filter: string): void {
  writeFileSync(join(work, source), text)
  execFileSync('soffice', ['--headless', '--convert-to', filter, '--outdir', here, join(work, source)])
  console.log('made', target)
}

// 1904 dates, a hidden first sheet, a chart-less absolute target, rich and guided text, escapes, a title row above the
// headers, merged cells, binary noise, a formula with its cached value, an error, a row of formatting only.
pack('by-hand-1904.xlsx', {
  '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:q="${office}"><workbookPr date1904="1"/><sheets><sheet name="参数" sheetId="1" state="hidden" q:id="r1"/><sheet name="成绩 &amp; 日期" sheetId="2" q:id="r2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/one.xml"/><Relationship Target="/xl/worksheets/two.xml" Type="${office}/worksheet" Id="r2"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r4" Type="${office}/sharedStrings" Target="strings.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="0.00&quot;day&quot;"/><numFmt numFmtId="172" formatCode="[$-804]yyyy/m/d\\ h:mm"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="46"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
  'xl/strings.xml': `<sst xmlns="${main}"><si><t>姓名*</t></si><si><r><t xml:space="preserve">张 </t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb="0" eb="1"><t>Zhang</t></rPh></si><si><t xml:space="preserve">行一_x000D_
行二 _x005F_x0041_ &lt;&amp;&gt;</t></si><si/></sst>`,
  'xl/worksheets/one.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>`,
  'xl/worksheets/two.xml': `<worksheet xmlns="${main}"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>二〇二五年成绩表</t></is></c></row>
<row r="2"/>
<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><v>得分</v></c><c r="C3" t="inlineStr"><is><t>日期</t></is></c><c r="D3" t="inlineStr"><is><t>比率</t></is></c><c r="E3" t="inlineStr"><is><t>班级</t></is></c><c r="F3" t="inlineStr"><is><t>其他</t></is></c></row>
<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>71.900000000000006</v></c><c r="C4" s="1"><v>43890</v></c><c r="D4" s="2"><v>0.71899999999999997</v></c><c r="E4" t="inlineStr"><is><t>一班</t></is></c><c r="F4" t="b"><v>1</v></c></row>
<row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="C5" s="4"><v>43890.354166666664</v></c><c r="D5" s="2"><v>1</v></c><c r="E5" s="3"/><c r="F5" t="e"><v>#N/A</v></c></row>
<row r="6"><c r="A6" t="s"><v>3</v></c><c r="B6" s="3"><v>1.5E-7</v></c><c r="C6" s="5"><v>1.1041666666666667</v></c><c r="D6" s="6"><v>0.3541666666666667</v></c><c r="E6" s="3"/><c r="F6"><v>110101199003071234</v></c></row>
<row><c><v>-0</v></c><c><v>1E+20</v></c></row>
<row r="9" s="3"><c r="A9" s="3"/><c r="B9" t="s"><v>3</v></c></row>
</sheetData><mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="E4:E6"/></mergeCells></worksheet>`,
})

pack('by-hand-prefixed.xlsx', {
  '_rels/.rels': `<x:Relationships xmlns:x="${rels}"><x:Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='book/main.xml'/></x:Relationships>`,
  'book/main.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}"><x:sheets><x:sheet name='Sheet1' sheetId='1' r:id='w'/></x:sheets></x:workbook>`,
  'book/_rels/main.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="w" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../sheets/a.xml"/></Relationships>`,
  'sheets/a.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>编号</x:t></x:is></x:c><x:c r="C1" t="inlineStr"><x:is><x:t><![CDATA[A<B]]></x:t></x:is></x:c></x:row><x:row r="2"><x:c t="inlineStr" r="A2"><x:is><x:t>00123</x:t></x:is></x:c><x:c r="C2"><x:v>12.50</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
})

const cell = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
const text = (value: string): string => cell('office:value-type="string"', value)
const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="D1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:percentage-style style:name="P1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:boolean-style style:name="B1"><number:boolean/></number:boolean-style>
<style:style style:name="flag" style:family="table-cell" style:data-style-name="B1"/>
<style:style style:name="date" style:family="table-cell" style:data-style-name="D1"/>
<style:style style:name="rate" style:family="table-cell" style:data-style-name="P1"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="教师">
<table:table-row>${['工号', '姓名', '入职', '占比', '课时', '双师'].map(text).join('')}</table:table-row>
<table:table-row>${text('00123')}${text('李 四😀')}${cell('table:style-name="date" office:value-type="date" office:date-value="2024-02-29"', '2024-02-29')}${cell('table:style-name="rate" office:value-type="percentage" office:value="0.719"', '71.9%')}${cell('office:value-type="float" office:value="71.9"', '71.9')}${cell('table:style-name="flag" office:value-type="boolean" office:boolean-value="true"', 'TRUE')}</table:table-row>
<table:table-row>${text('110101199003071234')}${text('=1+1')}${cell('table:style-name="date" office:value-type="date" office:date-value="1999-12-31"', '1999-12-31')}<table:table-cell/>${cell('table:formula="of:=0.1+0.2" office:value-type="float" office:value="0.3"', '0.3')}<table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="6"/></table:table-row>
<table:table-row>${text('00125')}${text('王五')}<table:table-cell table:number-columns-repeated="2"/>${cell('office:value-type="float" office:value="36"', '36')}<table:table-cell/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`
convert('libreoffice.fods', flat, 'libreoffice.xlsx', 'xlsx')
convert('libreoffice-old.fods', flat, 'libreoffice-old.xls', 'xls')
// 85 is GB18030 in LibreOffice's list of character sets, what Excel in Chinese writes.
convert('libreoffice-gb.fods', flat, 'libreoffice-gb.csv', 'csv:Text - txt - csv (StarCalc):44,34,85,1')
rmSync(work, { recursive: true })
