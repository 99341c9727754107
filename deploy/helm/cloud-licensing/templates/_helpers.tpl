{{- define "licensing.labels" -}}
app.kubernetes.io/name: cloud-licensing
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "licensing.all-labels" -}}
{{ include "licensing.labels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "licensing.name" -}}
{{ .root.Release.Name }}-{{ .component }}
{{- end }}

{{- define "licensing.image" -}}
{{ .Values.image.repository }}{{ with .Values.image.digest }}@{{ . }}{{ else }}:{{ .Values.image.tag }}{{ end }}
{{- end }}

{{/* The settings and secrets of a process, as settings.yaml says. */}}
{{- define "licensing.given" -}}
{{ index (.root.Files.Get "settings.yaml" | fromYaml) .component | toYaml }}
{{- end }}

{{/* Its environment: settings by value, secrets by the files that they are in. */}}
{{- define "licensing.env" -}}
{{- $root := .root }}
{{- $given := include "licensing.given" . | fromYaml }}
{{- range $name, $path := $given.settings }}
{{- $value := $root.Values }}
{{- range splitList "." $path }}
{{- $value = index $value . }}
{{- end }}
{{- with $value }}
- name: {{ $name }}
  value: {{ toString . | quote }}
{{- end }}
{{- end }}
{{- range $given.secrets }}
- name: {{ . }}_FILE
  value: /run/secrets/licensing/{{ . }}
{{- end }}
{{- range .extraEnv }}
- {{ toYaml . | nindent 2 | trim }}
{{- end }}
{{- end }}

{{/* No rights of root, no way to gain any, and nothing of the image can be written. */}}
{{- define "licensing.pod-security" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "licensing.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "licensing.mounts" -}}
- { name: secrets, mountPath: /run/secrets/licensing, readOnly: true }
- { name: tmp, mountPath: /tmp }
{{- with .root.Values.catalogue.configMap }}
- { name: catalogue, mountPath: {{ dir $.root.Values.catalogue.path }}, readOnly: true }
{{- end }}
{{- end }}

{{/* The secrets of a process alone, as files; those of migrations come out of two. */}}
{{- define "licensing.volumes" -}}
{{- $root := .root }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- range (include "licensing.given" . | fromYaml).secrets }}
      - secret:
          name: {{ eq . "MIGRATION_DATABASE_URL" | ternary $root.Values.secrets.migrations $root.Values.secrets.service }}
          items: [{ key: {{ . }}, path: {{ . }} }]
      {{- end }}
- { name: tmp, emptyDir: { sizeLimit: 256Mi } }
{{- with .root.Values.catalogue.configMap }}
- { name: catalogue, configMap: { name: {{ . }} } }
{{- end }}
{{- end }}

{{/* Two of a kind are on two nodes where there are two. */}}
{{- define "licensing.spread" -}}
- maxSkew: 1
  topologyKey: kubernetes.io/hostname
  whenUnsatisfiable: ScheduleAnyway
  labelSelector:
    matchLabels:
      {{- include "licensing.labels" . | nindent 6 }}
{{- end }}
