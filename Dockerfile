# One image: it serves the site, and with `manage.py run_worker` it is the worker.
FROM python:3.11-slim AS base
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONPATH=/app:/app/site \
    PATH=/venv/bin:$PATH \
    DJANGO_SETTINGS_MODULE=govlab.settings.production
WORKDIR /app

FROM base AS build
COPY requirements.txt .
RUN python -m venv /venv && pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY requirements-dictionaries.txt .
COPY dictionaries dictionaries
COPY tools/__init__.py tools/processes.py tools/dictionaries.py tools/
RUN PIP_NO_CACHE_DIR=1 python -m tools.dictionaries
COPY . .
# The settings want values to start with; these live for this line only.
RUN python -m tools.messages compile \
    && SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
       DATABASE_URL=sqlite:////tmp/build.sqlite3 \
       ALLOWED_HOSTS=localhost SITE_URL=https://localhost TRUSTED_PROXIES=1 \
       python manage.py collectstatic --noinput

FROM base
RUN useradd --system --uid 10001 --home-dir /nonexistent --no-create-home govlab \
    && install -d -o govlab /media /uploads
COPY --from=build /venv /venv
COPY --from=build /app /app
ENV BIND=0.0.0.0:8000 MEDIA_ROOT=/media UPLOADS_ROOT=/uploads
USER govlab
VOLUME /media /uploads
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "-m", "tools.healthcheck"]
CMD ["gunicorn"]
