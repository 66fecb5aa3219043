/** The parts of the peers that the benchmark calls; their packages carry no types for these paths. */
declare module 'natural/lib/natural/classifiers/bayes_classifier' {
  export default class BayesClassifier {
    constructor(stemmer?: undefined, smoothing?: number);
    addDocument(words: string[], label: string): void;
    train(): void;
    classify(words: string[]): string;
  }
}

declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi' {
  export default class AggressiveTokenizerVi {
    tokenize(text: string): string[];
  }
}

declare module 'node-nlp' {
  export class NlpManager {
    constructor(options: object);
    addDocument(language: string, text: string, label: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string }>;
  }
}
