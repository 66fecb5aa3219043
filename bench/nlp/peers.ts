import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier';
import AggressiveTokenizerVi from 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi';
import { NlpManager } from 'node-nlp';
import type { Content } from '../../content';
import { labeller } from '../../learned';
import { readText } from '../../nlp/fold';
import type { Labelled } from './messages';

/** Learns from labelled texts; what it returns tells the label of another. */
export interface Peer {
  name: string;
  learn(examples: readonly Labelled[]): Promise<(text: string) => Promise<string> | string>;
}

/** Ours as `npx hotline evaluate` learns, and what else can be had from npm. */
export const peers = (content: Pick<Content, 'concepts'>): Peer[] => [
  ours(content),
  naturalBayes('natural Bayes, as it comes', (text) => new AggressiveTokenizerVi().tokenize(text), 1),
  naturalBayes('natural Bayes, our words, smoothing 0.05', wordsOf, 0.05),
  nodeNlp,
];

const ours = (content: Pick<Content, 'concepts'>): Peer => ({
  name: 'ours',
  learn: (examples) => Promise.resolve(labeller(examples, content)),
});

const wordsOf = (text: string): string[] =>
  readText(text).words.flatMap(({ typed, folded }) => (typed === folded ? [typed] : [typed, `~${folded}`]));

/** Its stemmer is for English; words are given to it as they are. */
const naturalBayes = (name: string, tokens: (text: string) => string[], smoothing: number): Peer => ({
  name,
  learn(examples) {
    const classifier = new BayesClassifier(undefined, smoothing);
    for (const { text, label } of examples) classifier.addDocument(tokens(text), label);
    classifier.train();
    return Promise.resolve((text) => classifier.classify(tokens(text)));
  },
});

const nodeNlp: Peer = {
  name: 'node-nlp 4.27',
  async learn(examples) {
    const manager = new NlpManager({
      languages: ['vi'],
      forceNER: false,
      nlu: { log: false },
      autoSave: false,
    });
    for (const { text, label } of examples) manager.addDocument('vi', text, label);
    await manager.train();
    return async (text) => (await manager.process('vi', text)).intent;
  },
};
