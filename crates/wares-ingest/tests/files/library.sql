-- A small library, as PostgreSQL writes it.
SET client_encoding = 'UTF8';
CREATE TYPE public.shelf AS ENUM ('north', 'south');
CREATE TABLE public.loans (
    id bigserial PRIMARY KEY,
    copy_id integer NOT NULL REFERENCES public.copies (id),
    reader_id uuid NOT NULL,
    lent_at timestamp with time zone NOT NULL,
    due_on date CHECK (due_on >= '2024-06-01'),
    fine numeric(8,2) DEFAULT 0 CHECK (fine BETWEEN 0 AND 25)
);
CREATE TABLE public.copies (
    id integer NOT NULL,
    shelf public.shelf NOT NULL,
    signature varchar(12) NOT NULL UNIQUE,
    condition text CHECK ((condition)::text = ANY ((ARRAY['good'::text, 'worn'::text])::text[])),
    pages smallint CHECK (pages > 0 AND pages <= 900)
);
CREATE TABLE public.readers (
    id uuid NOT NULL,
    card char(6) NOT NULL,
    favourite integer
);
ALTER TABLE ONLY public.copies ADD CONSTRAINT copies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.readers ADD CONSTRAINT readers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.loans ADD CONSTRAINT loans_reader FOREIGN KEY (reader_id) REFERENCES public.readers(id);
ALTER TABLE ONLY public.readers ADD CONSTRAINT readers_favourite FOREIGN KEY (favourite) REFERENCES public.copies(id);
COMMENT ON COLUMN public.loans.fine IS 'What the reader owes; in full';
INSERT INTO public.copies VALUES (1, 'north; not a statement', 'x', 'good', 3);
