import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, type Agency } from '../api';
import { words } from '../words.vi';

interface AgencyPickerProps {
  id?: string;
  /** Code of the agency. */
  value?: string | null;
  onChange?: (code: string | null) => void;
  /** Offered first. */
  suggested?: Agency | null;
  allowClear?: boolean;
}

/** Finds an agency by some letters of its name, with or without diacritics. */
export function AgencyPicker({ id, value, onChange, suggested, allowClear = false }: AgencyPickerProps) {
  const [q, setQ] = useState('');
  const agencies = useQuery({
    queryKey: ['agencies', q],
    queryFn: () => api.agencies(q),
    placeholderData: keepPreviousData,
  });
  const found = agencies.data?.items ?? [];
  const others = found.filter(({ code }) => code !== suggested?.code);
  const offered = suggested && !q ? [suggested, ...others] : found;
  return (
    <Select
      {...(id && { id })}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear={allowClear}
      value={value ?? null}
      loading={agencies.isFetching}
      placeholder={words.moves.fields.pickAgency}
      options={offered.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code: string | undefined) => onChange?.(code ?? null)}
    />
  );
}
