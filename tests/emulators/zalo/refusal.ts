/** An answer of the OpenAPI other than success: HTTP 200 with an error that is not 0. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  body(): Record<string, unknown> {
    return { error: this.code, message: this.message };
  }
}

/** The token endpoint speaks another way. The number is not always there; see `oauthErrors` of the settings. */
export class OauthRefusal extends Refusal {
  constructor(
    code: number,
    message: string,
    private readonly numbered: boolean,
  ) {
    super(code, message);
  }

  override body(): Record<string, unknown> {
    return {
      error_name: this.message,
      error_reason: this.message,
      ref_doc:
        'https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new',
      error_description: `${this.message}.`,
      ...(this.numbered ? { error: this.code } : {}),
    };
  }
}

export const badParameter = (what: string) => new Refusal(-201, `Params is invalid: ${what}`);
export const invalidToken = () => new Refusal(-216, 'Access token is invalid');
export const expiredToken = () => new Refusal(-220, 'Access token has expired');
export const notFollower = () => new Refusal(-213, 'User has not followed OA');
export const overQuota = () => new Refusal(-211, 'Out of quota');
export const tooOld = () => new Refusal(-230, 'User has not interacted with the OA in the past 7 days');
export const neverInteracted = () => new Refusal(-232, 'User has not interacted with the OA');
export const unknownType = () => new Refusal(-233, 'Message type is not supported');
export const atNight = () => new Refusal(-234, 'Message type is not allowed from 22:00 to 06:00');
export const oldMessages = () => new Refusal(-240, 'MessageV2 API has been shut down, use MessageV3 API');
export const restricted = () => new Refusal(-244, 'User restricts messages of this kind from OA');
export const tooMany = () => new Refusal(-32, 'Exceeded limit requests per minute');
export const assetExpired = () => new Refusal(-100, 'Attachment is expired');
