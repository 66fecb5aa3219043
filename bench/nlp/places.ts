import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';
import { readText } from '../../nlp/fold';
import { placeFinder } from '../../nlp/places';
import type { Gazetteer, Place } from '../../nlp/types';

/** A text of `content/held-out/addresses.yaml`; what its fields mean is told there. */
export interface Address {
  text: string;
  commune?: string;
  province?: string;
  among?: string[];
  none?: boolean;
}

/** How well addresses are read. */
export interface AddressFigures {
  texts: number;
  /** Texts that mean one commune, and how many of them were read as that one. */
  determined: number;
  right: number;
  /** Texts that do not tell which commune, or name no place; and for how many a commune was decided all the same. */
  undetermined: number;
  wronglyDecided: number;
  /** Of the undetermined: how many told the right province, offered what may be meant, or held their tongue. */
  rightlyLeftOpen: number;
}

export interface PlaceFigures {
  /** All texts, and the half that was never looked at while the finder was written. */
  all: AddressFigures;
  keptBack: AddressFigures;
  /** Per message, milliseconds. */
  p50: number;
  p99: number;
  /** Building the index: milliseconds, and megabytes that stay (0 without --expose-gc). */
  buildMs: number;
  heapMb: number;
}

/** Measures the place finder over the addresses that are held out. */
export function measurePlaces(content: string, gazetteer: Gazetteer): PlaceFigures {
  const before = settledHeap();
  const started = performance.now();
  const find = placeFinder(gazetteer);
  const buildMs = performance.now() - started;
  const heapMb = (settledHeap() - before) / 1e6;
  const addresses = addressesIn(content);
  const placesIn = (text: string): Place[] => find(readText(text));
  return {
    all: judged(addresses, placesIn),
    keptBack: judged(
      addresses.filter((_, at) => at % 2 === 1),
      placesIn,
    ),
    ...timed(addresses, find),
    buildMs,
    heapMb,
  };
}

const addressesIn = (content: string): Address[] =>
  (parse(readFileSync(path.join(content, 'held-out', 'addresses.yaml'), 'utf8')) as { addresses: Address[] })
    .addresses;

/** Judges what a finder makes of the addresses. */
export function judged(addresses: readonly Address[], placesIn: (text: string) => Place[]): AddressFigures {
  const figures = {
    texts: addresses.length,
    determined: 0,
    right: 0,
    undetermined: 0,
    wronglyDecided: 0,
    rightlyLeftOpen: 0,
  };
  for (const address of addresses) {
    const places = placesIn(address.text);
    if (address.commune !== undefined) {
      figures.determined++;
      if (places[0]?.communeCode === address.commune) figures.right++;
    } else {
      figures.undetermined++;
      if (places.some(({ communeCode }) => communeCode !== null)) figures.wronglyDecided++;
      else if (isLeftOpen(address, places)) figures.rightlyLeftOpen++;
    }
  }
  return figures;
}

function isLeftOpen({ none, province, among = [] }: Address, places: readonly Place[]): boolean {
  const [place] = places;
  if (none) return place === undefined;
  if (!place || (province !== undefined && place.provinceCode !== province)) return false;
  return among.every((code) => place.candidates.includes(code));
}

const ROUNDS = 20;

function timed(
  addresses: readonly Address[],
  find: ReturnType<typeof placeFinder>,
): { p50: number; p99: number } {
  const readings = addresses.map(({ text }) => readText(text));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const reading of readings) {
      const started = performance.now();
      find(reading);
      if (round > 0) times.push(performance.now() - started);
    }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function settledHeap(): number {
  if (!globalThis.gc) return 0;
  void globalThis.gc();
  void globalThis.gc();
  return process.memoryUsage().heapUsed;
}
