import { examine } from '../../../storage/files/examined';
import { docx, part, zip } from '../../files/zip';

const MB = 1024 * 1024;
const limits = { picture: MB, paper: MB, video: MB, sound: MB };
const look = (bytes: Buffer, name = 'đơn') => examine({ name, bytes }, limits);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a Word document is taken, whatever it is called', async () => {
  expect(await look(docx(), 'đơn.exe')).toEqual({ type: WORD, name: 'đơn.exe.docx' });
});

test('a PDF with a script or a page inside is taken as a PDF and shown to nobody', async () => {
  const pdf = Buffer.from(
    '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n<html><script>',
  );
  expect(await look(pdf, 'đơn.html')).toEqual({ type: 'application/pdf', name: 'đơn.html.pdf' });
});

const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const template = (target: string) =>
  part(
    'word/_rels/settings.xml.rels',
    `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`,
  );
const zeros = Buffer.alloc(250 * MB);

test.each([
  ['holds macros', docx([part('word/vbaProject.bin', 'x')]), 'macro'],
  ['holds macros under another name', docx([part('word/VBAPROJECT.BIN', 'x')]), 'macro'],
  ['is a document with macros by its type', docx([], MACRO), 'macro'],
  ['fetches a template from elsewhere', docx([template('https://evil.test/x.dotm')]), 'macro'],
  ['fetches a template from another machine', docx([template('\\\\evil.test\\x.dotm')]), 'macro'],
  ['is a zip of something else', zip([part('a.txt', 'x')]), 'Tệp nén'],
  ['is a spreadsheet', docx([], 'application/vnd.ms-excel.sheet.main+xml'), 'Tệp nén'],
  ['is a program for Java', zip([part('META-INF/MANIFEST.MF', 'Main-Class: X')]), 'Tệp nén'],
  ['names a part outside of itself', docx([part('../../etc/passwd', 'x')]), 'hỏng'],
  ['names a part from the root', docx([part('/etc/passwd', 'x')]), 'hỏng'],
  ['is cut off', docx().subarray(0, -30), 'hỏng'],
  ['is only a beginning', docx().subarray(0, 60), 'hỏng'],
  ['unpacks to 250 MB', docx([{ name: 'word/media/a.bin', bytes: zeros }]), 'quá lớn khi mở ra'],
  ['unpacks to more than it declares', docx([{ name: 'a.bin', bytes: zeros, declared: 1000 }]), 'hỏng'],
  ['has 5 000 parts', docx(Array.from({ length: 5000 }, (_, n) => part(`w/${n}`, ''))), 'quá lớn'],
  ['has a list of types of 3 MB', docx([part('[Content_Types].xml', ' '.repeat(3 * MB))]), 'quá lớn'],
])('what %s is refused', async (_what, bytes, why) => {
  expect(bytes.length).toBeLessThan(MB);
  await expect(look(bytes)).rejects.toMatchObject({ id: 'invalid', message: expect.stringContaining(why) });
});

test('a template on the writer’s own machine is no harm', async () => {
  expect(await look(docx([template('file:///C:/Users/Hoa/Normal.dotm')]))).toMatchObject({ type: WORD });
});
