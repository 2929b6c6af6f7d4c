import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from '@jest/globals';
import { renderImages } from './images.js';
import { placesOfImages } from './testing/places-of-images.js';

const createdAt = Temporal.Instant.from('2026-11-23T02:00:00Z');
const render = (images: readonly Uint8Array[]): Promise<Uint8Array> => renderImages(images, { title: 'Học bạ', createdAt });

/** A white picture with a dark band along its upper edge. */
function picture(width: number, height: number, kind: 'png' | 'jpeg'): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000000';
  context.fillRect(0, 0, width, height / 10);
  return kind === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
}

/** The same JPEG, held by the camera on its side: an EXIF segment with that orientation behind the first marker. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

describe('pictures of a paper', () => {
  test('become pages of one PDF in their order, tagged and titled, lying where they lie', async () => {
    const facts = await placesOfImages(await render([picture(900, 1200, 'jpeg'), picture(1200, 900, 'png')]));
    expect([facts.title, facts.language, facts.tagged]).toEqual(['Học bạ', 'vi', true]);
    expect(facts.pages.map(({ page }) => page)).toEqual([{ width: 595, height: 842 }, { width: 842, height: 595 }]);
  });

  test('are as large as the page has room for, and never larger than they are', async () => {
    const { pages: [large, small] } = await placesOfImages(await render([picture(1000, 1400, 'png'), picture(200, 280, 'png')]));
    expect([large!.image.width, large!.image.height].map(Math.round)).toEqual([539, 754]);
    expect([small!.image.width, small!.image.height].map(Math.round)).toEqual([200, 280]);
  });

  test('stand upright, however the camera was held', async () => {
    const { pages: [page] } = await placesOfImages(await render([turned(picture(1200, 900, 'jpeg'), 6)]));
    expect([page!.page, page!.image.turn]).toEqual([{ width: 595, height: 842 }, 90]);
    expect([page!.image.width, page!.image.height].map(Math.round)).toEqual([539, 718]);
  });

  test('give the same bytes again', async () => {
    const images = [picture(300, 400, 'png'), picture(300, 400, 'jpeg')];
    expect(Buffer.from(await render(images)).equals(Buffer.from(await render(images)))).toBe(true);
  });

  test('that are broken are refused, and end nothing', async () => {
    const whole = picture(300, 400, 'png');
    const broken = Buffer.from(whole);
    broken.fill(0x41, 60, broken.length - 20);
    await expect(render([broken])).rejects.toMatchObject({ code: 'file.empty' });
    await expect(render([whole.subarray(0, 40)])).rejects.toMatchObject({ code: 'file.empty' });
    await expect(render([Buffer.from('ảnh')])).rejects.toMatchObject({ code: 'file.empty' });
  });
});
